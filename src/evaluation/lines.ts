/** What a run prints on standard output, for machines: exactly one form each. */
import type { EpisodeRecord } from "../protocol/protocol.ts";

const ENVIRONMENT = "tracefix_rl";
/** A fault is told in one line; the whole of it stands in the observation. */
const MAX_ERROR_LENGTH = 200;

export function startLine({ task, model }: { task: string; model: string }): string {
  return `[START] task=${oneWord(task)} env=${ENVIRONMENT} model=${oneWord(model)}`;
}

export interface StepLine {
  /** From 1. */
  readonly step: number;
  readonly action: string;
  readonly reward: number;
  readonly done: boolean;
  /** Why the action was not taken, or null; it is last, so that it may hold spaces. */
  readonly error: string | null;
}

export function stepLine({ step, action, reward, done, error }: StepLine): string {
  const fault = error === null ? "null" : oneLine(error).slice(0, MAX_ERROR_LENGTH) || "unknown";
  return `[STEP] step=${step} action=${oneWord(action)} reward=${twoDecimals(reward)} done=${done} error=${fault}`;
}

export type EndLine = Pick<EpisodeRecord, "score"> & { success: boolean; rewards: readonly number[] };

export function endLine({ success, score, rewards }: EndLine): string {
  const list = rewards.map(twoDecimals).join(",");
  return `[END] success=${success} steps=${rewards.length} score=${score.toFixed(3)} rewards=${list}`;
}

/** A reader splits at spaces. */
function oneWord(text: string): string {
  return text.replace(/[^\w./:@+-]+/g, "_").slice(0, MAX_ERROR_LENGTH) || "_";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Never -0.00, which no one means. */
function twoDecimals(value: number): string {
  const text = value.toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}
