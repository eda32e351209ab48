/** What the calls of a session take and give. */
import { NotLoggedError } from "../environment/episode-log.ts";
import {
  type CodeState,
  type DrawnEpisode,
  type Normalisation,
  type ResetRequest,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import { anotherThanChosen, choicesOfOwner } from "../words/tool-words.ts";
import type { ToldResult } from "./teller.ts";

/** Where a reset that branches finds what it leaves. */
export interface SessionResetOptions {
  /** Under what the kept episode is, if not under the session's own name. */
  readonly from?: string | undefined;
  /** Whether who asks has shown a token that may read what others play. */
  readonly isReader?: boolean;
}

export interface SessionStepOptions {
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** What the caller calls its request: sent twice, it is one step. */
  readonly requestId?: string | undefined;
  /** How long the caller will wait; see `runWithin`. */
  readonly timeoutMs?: number | undefined;
  /** Called when the step has been taken, even if its caller waits no longer. */
  readonly onTaken?: (result: StepResult) => void;
}

export interface SessionCallOptions extends SessionStepOptions {
  /** Whether an episode begins if none has begun yet, be it over or not. */
  readonly begins?: boolean;
}

export interface CalledResult extends ToldResult {
  /** The beginning of the episode that a call began by itself, where nobody was told of it yet. */
  readonly begun: StepResult | null;
}

/** A tool's caller is told to call tools, whatever else was asked for. */
export function toToolCallers<Request extends ResetRequest>(request: Request): Request {
  return { ...request, prompt: "tools" };
}

/** @throws the error, unless there is a state and the log cannot be asked whether it is the last one */
export function readOn(error: unknown, last: CodeState): void {
  if (!(error instanceof NotLoggedError) || last.episode_id === null) throw error;
}

/** @throws TraceFixError where a reset that goes on with an episode asks for more than its label. @param why it is refused */
export function refuseWishes(others: ResetRequest, why: string): void {
  const wishes = Object.entries(others).filter(([name, value]) => value != null && name !== "episode_id");
  if (wishes.length > 0) throw new TraceFixError("VALIDATION_ERROR", why);
}

/** @throws TraceFixError where it is not the chosen episode, from its beginning, that is asked for */
export function refuseAnotherEpisode(kind: DrawnEpisode, { step_count, done }: CodeState): void {
  const given = Object.entries(kind).filter(([, value]) => value != null);
  if (given.length > 0) throw new TraceFixError("EXECUTION_ERROR", choicesOfOwner(given.map(([name]) => name)));
  if (step_count > 0) throw new TraceFixError("EXECUTION_ERROR", anotherThanChosen({ done }));
}
