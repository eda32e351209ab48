/**
 * Who has shown that its runs are short. Those that have not must leave a worker for those that have, because a call under
 * way cannot be interrupted for another's sake.
 */
import { BoundedMap } from "../../ground/bounded-map.ts";
import type { Owned } from "./fair-queue.ts";

/** Milliseconds from which a run counts as long. */
export const LONG_MS = 100;
/** How long after the last short run another is still expected. */
export const EXPECTED_MS = 1000;
/** After a long run the session counts as long for so many times what the run took, up to a limit. */
const DISTRUST = 20;
const MOST_DISTRUST_MS = 10_000;
/** Short runs in a row that prove a session short; after long runs of its client's, one more for each of them. */
const PROOF = 1;
const MOST_PROOF = 16;
/** How long a client's long runs are held against its new sessions. */
const HELD_AGAINST_MS = 30_000;
/** When this many are remembered, those charged longest ago are forgotten. */
const REMEMBERED = 4096;

interface Session {
  /** Short runs since the last long one. */
  readonly shorts: number;
  readonly distrustedUntil: number;
}

interface Client {
  readonly longs: number;
  /** Whether one of them was a check of syntax. */
  readonly checks: boolean;
  readonly at: number;
}

export interface TrackedRun extends Owned {
  /** Only the syntax is checked: nothing runs, so it is short unless the client has shown otherwise. */
  readonly isCheck: boolean;
}

interface Ended {
  readonly milliseconds: number;
  /** A monotonic time in milliseconds. */
  readonly now: number;
  /** It was given up: it counts as long, whatever it took until then. */
  readonly cutShort: boolean;
}

export class TrackRecord {
  readonly #sessions = new BoundedMap<string, Session>({ max: REMEMBERED });
  /** Clients that had long runs lately. */
  readonly #clients = new BoundedMap<string, Client>({ max: REMEMBERED });
  #lastShortAt = Number.NEGATIVE_INFINITY;

  /** Notes what a run took in all. */
  note({ client, session, isCheck }: TrackedRun, { milliseconds, now, cutShort }: Ended): void {
    const known = this.#sessions.peek(session);
    if (milliseconds < LONG_MS && !cutShort) {
      this.#lastShortAt = now;
      // That a text parses soon says nothing about how long it will run.
      const shorts = (known?.shorts ?? 0) + (isCheck ? 0 : 1);
      this.#sessions.set(session, { shorts, distrustedUntil: known?.distrustedUntil ?? 0 });
      return;
    }
    const distrustedUntil = now + Math.min(DISTRUST * milliseconds, MOST_DISTRUST_MS);
    this.#sessions.set(session, { shorts: 0, distrustedUntil });
    const before = this.#against(client, now);
    const checks = isCheck || (before?.checks ?? false);
    this.#clients.set(client, { longs: (before?.longs ?? 0) + 1, checks, at: now });
  }

  /** Whether a run may be expected to be short, by what its session and client have shown. */
  expectsShort({ client, session, isCheck }: TrackedRun, now: number): boolean {
    const known = this.#sessions.peek(session);
    if (known !== undefined && now < known.distrustedUntil) return false;
    const against = this.#against(client, now);
    if (isCheck && !(against?.checks ?? false)) return true;
    return (known?.shorts ?? 0) >= Math.min(PROOF + (against?.longs ?? 0), MOST_PROOF);
  }

  /** Whether short runs are about, so that a worker must be left for them. */
  areShortAbout(now: number): boolean {
    return now - this.#lastShortAt < EXPECTED_MS;
  }

  #against(client: string, now: number): Client | undefined {
    const known = this.#clients.peek(client);
    return known !== undefined && now - known.at < HELD_AGAINST_MS ? known : undefined;
  }
}
