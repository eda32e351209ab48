/** What a gym has in memory of the episode that it plays, and how that compares to what is kept of it. */
import type { Attempt, EpisodeRequest, StepResult } from "../protocol/protocol.ts";
import type { CountingGroup } from "../tasks/curriculum/counting-group.ts";
import type { AdvancedEpisode } from "./advance.ts";
import type { Episode } from "./episode.ts";
import { type KeptEpisode, type LoggedEpisode, type LoggedStep, resultDigest } from "./episode-log.ts";
import type { Examiner } from "./examiner.ts";
import { type AskedStep, attemptDigest, type TakenStep } from "./taken-step.ts";

export interface Play {
  readonly episode: Episode;
  readonly examiner: Examiner;
  readonly record: LoggedEpisode;
  /** Where its outcome counts; null where none does. */
  readonly group: CountingGroup | null;
  /** Null before the first. */
  readonly last: TakenStep | null;
  /** The step that ended the episode, where its grade failed or could not be kept: it is taken before any other. */
  readonly handedIn?: AskedStep;
}

/** A step that was computed, and what was handed to the log of it. */
export interface ComputedStep {
  readonly next: AdvancedEpisode;
  readonly step: LoggedStep;
  readonly asked: AskedStep;
}

/** What the log failed at: a step, or else the beginning of an episode. */
export type Doubt = Partial<ComputedStep>;

/** A step of an episode that no call has answered yet. */
export type MissedStep = Pick<LoggedStep, "requestId" | "result"> & { readonly attempt: Attempt };

/** What became of an episode while nobody was told. */
export interface MissedPart {
  /** Its beginning, where the whole episode was missed; null where some steps were. */
  readonly begun: { readonly request: EpisodeRequest; readonly result: StepResult } | null;
  readonly steps: readonly MissedStep[];
  /** Whether another server has taken these steps, and counted them. */
  readonly isTakenElsewhere?: boolean;
}

/** The play after a step that is kept. */
export function hasTaken(
  { examiner, record, group }: Play,
  { next: { episode }, step, asked }: ComputedStep,
  owedTo?: TakenStep["owedTo"],
): Play {
  const { requestId, isRemembered, attempt } = asked;
  const mayBeAsked = isRemembered || requestId !== undefined || owedTo !== undefined;
  const digest = mayBeAsked ? attemptDigest(attempt) : null;
  const last = { requestId, asked: digest, result: step.result, ...(owedTo && { owedTo }) };
  return { episode, examiner, record, group, last };
}

/** Whether nothing was kept beyond what is in memory. */
export function isWhereItWas({ record, episode }: Play, kept: KeptEpisode): boolean {
  return kept.id === record.id && kept.steps.length === episode.ledger.deeds.steps;
}

/** Whether what is in memory is the beginning of what is kept: it was true, so it is the same. */
export function isBefore({ record, episode, handedIn }: Play, kept: KeptEpisode): boolean {
  return handedIn === undefined && kept.id === record.id && kept.steps.length > episode.ledger.deeds.steps;
}

/** The step whose keeping seemed to fail, where it is the last that is kept. */
export function keptAfterAll({ record }: Play, { next, step, asked }: Doubt, kept: KeptEpisode): ComputedStep | null {
  if (next === undefined || step === undefined || asked === undefined || kept.id !== record.id) return null;
  const last = kept.steps.at(-1);
  const isSame = last?.digest === resultDigest(step.result) && last.requestId === step.requestId;
  return isSame && kept.steps.length === step.number ? { next, step, asked } : null;
}
