/** Where a step becomes durable: it is computed, appended here, and only then true. */
import type { Attempt, EpisodeRequest, StepResult } from "../protocol/protocol.ts";
import { NOT_KEPT } from "../words/caller-words.ts";

/** What an episode begins with: enough to begin it again anywhere, and to know that it is the same. */
export interface EpisodeHead {
  /** The key of the session that plays it; a session plays one episode after the other. */
  readonly session: string;
  /** As it was asked for, with all that was drawn for it. */
  readonly request: EpisodeRequest;
  /** What the request came to, since other tasks change what a seed means, and which files its program was made from. */
  readonly task: { readonly name: string; readonly programHash: string };
  /** The observation before the first step, in full. */
  readonly result: StepResult;
}

/** A step that was taken, with what came of it: results are kept, not intentions. */
export interface LoggedStep {
  /** From 1, without a gap. */
  readonly number: number;
  readonly attempt: Attempt;
  readonly result: StepResult;
}

/**
 * Keeps episodes. What it is handed it keeps whole or not at all, and a call that rejects has kept nothing: the same may
 * be handed in again. A call settles within a limit of the log's own, for nobody cancels it. What it is handed never
 * changes, so it need not be copied.
 */
export interface EpisodeLog {
  /** Begins an episode, in the place of the session's one before. */
  begin(head: EpisodeHead): Promise<LoggedEpisode>;
}

/** One episode, as far as it goes. It holds nothing that has to be closed. */
export interface LoggedEpisode {
  /**
   * Steps of one episode come one after the other, each after the one before was kept. What is kept at once, or by intent
   * not at all, returns nothing: a turn's wait would cost more than most steps.
   */
  append(step: LoggedStep): Promise<void> | undefined;
}

/** For who needs no episode to outlive its session. */
export const keepsNothing: EpisodeLog = {
  begin: async () => ({ append: () => undefined }),
};

/** The log did not take what became of a request, so it has not become true. */
export class NotLoggedError extends Error {
  /** @param cause what the log failed for, which is nobody's business but the operator's */
  constructor(cause: unknown) {
    super(NOT_KEPT, { cause });
    this.name = "NotLoggedError";
  }
}
