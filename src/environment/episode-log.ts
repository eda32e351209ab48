/** Where a step becomes durable: it is computed, appended here, and only then true. */
import { hash } from "node:crypto";
import type { Attempt, Durability, EpisodeRequest, StepResult } from "../protocol/protocol.ts";
import { NOT_KEPT, stepMoved } from "../words/caller-words.ts";
import { resultText } from "./result-text.ts";

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
  /** Steps that follow at once, since it begins with them behind it: with fewer of them it has not begun. */
  readonly branchedSteps?: number;
}

/** A step that was taken, with what came of it: results are kept, not intentions. */
export interface LoggedStep {
  /** From 1, without a gap. */
  readonly number: number;
  readonly attempt: Attempt;
  readonly result: StepResult;
  /** What its client called the request, if anything: the same request sent twice is one step. */
  readonly requestId?: string | undefined;
}

/** A step as a log gives it back: what was done, and by what to know that doing it again came to the same. */
export interface KeptStep {
  readonly number: number;
  readonly attempt: Attempt;
  readonly requestId?: string | undefined;
  /** `resultDigest` of what was answered. */
  readonly digest: string;
}

/** An episode as a log gives it back: results are computed again from what was asked, and compared by their digests. */
export interface KeptEpisode {
  /** Names the episode among all that the log keeps, and is no secret. */
  readonly id: string;
  readonly session: string;
  readonly request: EpisodeRequest;
  readonly task: EpisodeHead["task"];
  /** `resultDigest` of the observation before the first step. */
  readonly digest: string;
  /** From the first to the last, without a gap. */
  readonly steps: readonly KeptStep[];
}

/** An episode as it is found by who did not play it: without the session's key. */
export type AnyKeptEpisode = Omit<KeptEpisode, "session">;

/**
 * Keeps episodes. What it is handed it keeps whole or not at all; of a call that rejects nobody knows which, until the
 * episode is reopened. A call settles within a limit of the log's own, for nobody cancels it. What it is handed never
 * changes, so it need not be copied.
 */
export interface EpisodeLog {
  /** What a step that was acknowledged survives: nothing, the end of the process, or a power cut too. */
  readonly durability: Durability;
  /** Whether other servers keep episodes in it, too, and may go on with one that is played here. */
  readonly isShared?: boolean;
  /** Begins an episode, in the place of the session's one before. */
  begin(head: EpisodeHead): Promise<LoggedEpisode>;
  /**
   * The session's last episode, and where its further steps go; null where none is kept. With a label the last one that was
   * begun under it: a log that knows the last episodes alone gives that, which is then another.
   */
  reopen(session: string, label?: string): Promise<ReopenedEpisode | null>;
  /**
   * Its client has ended the session: from now on `reopen` finds nothing of it, at any server and after any start. Its episodes
   * stay for readers. A server that still plays one of them is told that it has moved, where several share the log.
   * @returns whether anything was kept of it
   */
  leave(session: string): Promise<boolean>;
  /** Any session's episode by its id, for who may read them all; null where none of that id is kept. */
  find(id: string): Promise<AnyKeptEpisode | null>;
}

export interface ReopenedEpisode {
  readonly kept: KeptEpisode;
  readonly record: LoggedEpisode;
}

/** One episode, as far as it goes. It holds nothing that has to be closed. */
export interface LoggedEpisode {
  /** Names the episode among all that the log keeps. */
  readonly id: string;
  /**
   * Steps of one episode come one after the other, each after the one before was kept. What is kept at once, or by intent
   * not at all, returns nothing: a turn's wait would cost more than most steps.
   * @throws StepTakenError where somebody else has kept a step of this number; any other error has an unknown outcome
   */
  append(step: LoggedStep): Promise<void> | undefined;
  /**
   * Whether somebody else has kept more of it than so many steps, or begun another in its place; left out where nobody else
   * can.
   */
  hasMoved?(steps: number): Promise<boolean>;
}

/** For who needs no episode to outlive its session. */
export const keepsNothing: EpisodeLog = {
  durability: "none",
  begin: async () => ({ id: "", append: () => undefined }),
  reopen: async () => null,
  leave: async () => false,
  find: async () => null,
};

/** Somebody else wrote the step of this number, elsewhere: what is in memory here is not the episode any more. */
export class StepTakenError extends Error {
  readonly epoch: number | undefined;

  /** @param number the step's, from 1 @param epoch which server wrote it, by the order of their starts, where that is known */
  constructor(number: number, epoch?: number) {
    super(stepMoved(number));
    this.epoch = epoch;
    this.name = "StepTakenError";
  }
}

/** The log did not take what became of a request, so it has not become true. */
export class NotLoggedError extends Error {
  /** @param cause what the log failed for, which is nobody's business but the operator's */
  constructor(cause: unknown) {
    super(NOT_KEPT, { cause });
    this.name = "NotLoggedError";
  }
}

/** What a call of a log fails with is told as this. @throws NotLoggedError */
export function notLogged(cause: unknown): never {
  throw new NotLoggedError(cause);
}

const DIGEST_BYTES = 16;

/** The first 16 bytes of the SHA-256 of what was answered, in hex: its JSON, whose order of fields the schemas give. */
export function resultDigest(result: StepResult): string {
  return hash("sha256", resultText(result), "hex").slice(0, 2 * DIGEST_BYTES);
}
