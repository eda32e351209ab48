/** How an episode ended, told from what the protocol shows and from nothing else. */
import {
  codeActionSchema,
  type EpisodeEnding,
  type EpisodeRecord,
  type RecordedStep,
  type StepData,
} from "../protocol/protocol.ts";

/** What an episode scores that did not finish. */
export const UNFINISHED_SCORE = 0.01;
/** Solved finals lie above 0.70 and all others at or below 0.39, so this tells them apart: see docs/reward.md. */
const SOLVED_ABOVE = 0.55;

export interface Outcome {
  readonly score: number;
  readonly solved: boolean;
  readonly ending: EpisodeEnding;
}

type Played = Pick<EpisodeRecord, "initial_observation" | "steps">;

/** @param stopped why the agent or the runner ended the episode; null if the environment did */
export function outcomeOf({ initial_observation, steps }: Played, stopped: EpisodeEnding | null): Outcome {
  const last = steps.at(-1);
  if (!last?.done) return { score: UNFINISHED_SCORE, solved: false, ending: stopped ?? "gave_up" };
  const score = finalScore(last);
  const solved = score > SOLVED_ABOVE;
  const unsolved = unsolvedEnding(last, initial_observation.code_dict);
  return { score, solved, ending: solved ? "solved" : unsolved };
}

export function returnOf(steps: readonly RecordedStep[]): number {
  const metadata = steps.at(-1)?.observation.metadata;
  return metadata !== undefined && "return" in metadata ? metadata.return : 0;
}

/** Why the environment did not take an action; null where it did. A fault is told, whatever the penalty was. */
export function refusalOf(action: StepData, before: Code, { observation }: Pick<RecordedStep, "observation">) {
  const isKnown = codeActionSchema.safeParse(withoutMetadata(action)).success;
  const isEdit = EDITS.has(action.action_type);
  if (isKnown && !(isEdit && isSameCode(before, observation.code_dict))) return null;
  return firstLine(observation.last_execution_output);
}

type Code = Readonly<Record<string, string>>;
const EDITS: ReadonlySet<string> = new Set(["REPLACE_LINES", "UNDO_EDIT", "RESET_TO_ORIGINAL"]);

function unsolvedEnding({ action, observation }: RecordedStep, given: Code): EpisodeEnding {
  if (action.action_type !== "SUBMIT") return "step_limit";
  if (isSameCode(observation.code_dict, given)) return "gave_up";
  const { test_results } = observation;
  return test_results.length > 0 && test_results.every(({ passed }) => passed) ? "hidden_failed" : "wrong_fix";
}

function finalScore({ observation: { metadata }, reward }: RecordedStep): number {
  return "reward_components" in metadata ? metadata.reward_components.final : reward;
}

function isSameCode(a: Code, b: Code): boolean {
  const lines = Object.keys(a);
  return lines.length === Object.keys(b).length && lines.every((line) => a[line] === b[line]);
}

function withoutMetadata({ metadata: _, ...action }: StepData): object {
  return action;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
