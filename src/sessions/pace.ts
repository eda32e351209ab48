/** How often a client may do something: what comes too soon waits until it is due. */
import type { Clock } from "./clock.ts";

export interface PaceOptions {
  /** How often a second. As many may be done at once after a second of rest. */
  readonly perSecond: number;
  /** Anyone who would have to wait for longer is refused. */
  readonly waitMs: number;
  readonly clock: Clock;
}

const SECOND_MS = 1000;

export class Pace {
  readonly #options: PaceOptions;
  /** When each client will have rested, in the order in which they last asked; who has rested is not in it. */
  readonly #rested = new Map<string, number>();

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  /** Milliseconds until the client may do it once more; null, and nothing counted, where that is too long. */
  next(client: string): number | null {
    const { perSecond, waitMs, clock } = this.#options;
    const now = clock.now();
    this.#forgetRested(now);
    const each = SECOND_MS / perSecond;
    const rested = Math.max(this.#rested.get(client) ?? now, now) + each;
    const wait = Math.max(0, rested - now - Math.max(SECOND_MS, each));
    if (wait > waitMs) return null;
    this.#rested.delete(client);
    this.#rested.set(client, rested);
    return wait;
  }

  #forgetRested(now: number): void {
    for (const [client, rested] of this.#rested) {
      if (rested > now) return;
      this.#rested.delete(client);
    }
  }
}

/** Resolves after so long. Rejects with the signal's reason. */
export function waitFor(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const end = () => {
      stop();
      signal.removeEventListener("abort", abort);
    };
    const abort = () => {
      end();
      reject(signal.reason);
    };
    const stop = clock.every(milliseconds, () => {
      end();
      resolve();
    });
    signal.addEventListener("abort", abort);
  });
}
