/**
 * Keeps one worker free for short batches while sessions with long ones are about: a batch cannot be interrupted for
 * another's sake, so the queue's fairness alone would let every worker be taken for a while.
 */

/** Milliseconds from which a session's last batch counts as long. */
const LONG_MS = 100;
/** How long after the last short batch another is still expected. */
export const EXPECTED_MS = 1000;
/** When this many sessions are remembered, those that have not run anything for a while are forgotten. */
const REMEMBERED = 1024;
const FORGOTTEN_AFTER_MS = 60_000;

export class LongRunners {
  /** Sessions whose last batch was long, to when it ended. */
  readonly #sessions = new Map<string, number>();
  #lastShortAt = Number.NEGATIVE_INFINITY;

  /** Notes what a session's batch took. @param now a monotonic time in milliseconds */
  note(session: string, milliseconds: number, now: number): void {
    if (milliseconds < LONG_MS) {
      this.#sessions.delete(session);
      this.#lastShortAt = now;
      return;
    }
    this.#sessions.set(session, now);
    if (this.#sessions.size <= REMEMBERED) return;
    for (const [other, at] of this.#sessions) if (now - at > FORGOTTEN_AFTER_MS) this.#sessions.delete(other);
  }

  has(session: string): boolean {
    return this.#sessions.has(session);
  }

  /** Whether a session with long batches must leave the last idle worker alone. */
  keepsWorkerFree(now: number): boolean {
    return this.#sessions.size > 0 && now - this.#lastShortAt < EXPECTED_MS;
  }
}
