/** A session that is held between requests, and a socket's part in one. */
import type { Clock } from "./clock.ts";
import type { Listed } from "./directory.ts";
import type { Proof } from "./episode-owner.ts";
import type { Session } from "./session.ts";

export interface HeldSession extends Listed {
  readonly session: Session;
  lastUsed: number;
  /** Whether a WebSocket plays it as well; meanwhile it is that socket which must not fall idle. */
  attached: boolean;
  /** Whether its client asked to close it while a socket was attached. */
  closing: boolean;
  /** Tells the socket that plays it that another has come in its place; null where none does that could be told. */
  oust: (() => void) | null;
}

/** A socket's part in the session of its client's name. */
export interface NamedSeat {
  readonly session: Session;
  /** The socket is gone; the session goes on, unless another socket has it already. */
  leave(): void;
  /** The client has said that it is done. */
  end(): void;
}

/** The entry, where it is open to who asks. */
export function openedFor<Entry extends Listed>(entry: Entry | undefined, proof: Proof): Entry | undefined {
  return entry?.owner == null || entry.owner.admits(proof) ? entry : undefined;
}

/** How sessions are held. */
export interface HeldSessionsOptions {
  /** How long nobody may ask for a session before it ends. */
  readonly idleMs?: number;
  readonly clock?: Clock;
  /** Whether an episode can be brought back that is not in memory any more: then it need not stay there. */
  readonly canRecall?: boolean;
  /** Whether other servers may go on with what is played here. */
  readonly isShared?: boolean;
  /** As `LeftSessionsOptions` has it. */
  readonly leave?: (session: string) => Promise<boolean>;
  /** Whether the first step of a socket that comes back is taken for the last one's where it asks for the same. */
  readonly repeatsLast?: boolean;
}
