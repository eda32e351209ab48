/** What a session lives in, and what it is made with. */
import type { Logger } from "pino";
import type { AnswerTimes } from "./answer-times.ts";
import type { ResetDraws } from "./draws.ts";
import type { EpisodeListener, SessionLabels } from "./episode-listener.ts";
import type { SessionCounts } from "./session-counts.ts";

/** What a session needs of the house it lives in. */
export interface SessionHost {
  readonly draws: ResetDraws;
  readonly log: Logger;
  readonly counts: SessionCounts;
  readonly times: AnswerTimes;
  readonly labels: SessionLabels;
  readonly listener: EpisodeListener | null;
  /** Gives the session a slot, if it has none; waits for its client's turn. @throws TraceFixError CAPACITY_REACHED */
  admit(signal: AbortSignal): Promise<void>;
  /** Null where its client need not wait before a reset. @throws TraceFixError CAPACITY_REACHED */
  pace(signal: AbortSignal): Promise<void> | null;
  isSeated(): boolean;
  /** Takes the slot back, if there is one. */
  release(): void;
}

export interface SessionOptions {
  readonly host: SessionHost;
  /** Whether it has a slot already. */
  readonly entered: boolean;
  /** Whether its client has a name for it, by which an episode of before may be kept; null where it has none. */
  readonly named: SessionNaming | null;
}

/** How a session is played that its client finds again by a name. */
export interface SessionNaming {
  /** Whether its player has no say in which episode it is. */
  readonly byPolicy: boolean;
}
