/** Something scarce and who holds how much of it: no client alone can have all, and who has its share waits its turn. */
import type { Clock } from "./clock.ts";

export interface SharesOptions {
  /** How much there is for all together. */
  readonly capacity: number;
  /** How much of it one client may hold. */
  readonly perClient: number;
  /** How long somebody waits before it is refused. */
  readonly waitMs: number;
  readonly clock: Clock;
}

/** `full`: nothing is left for anybody. `share`: this client has all that it may have. */
export type Taken = "taken" | "full" | "share";

interface Waiter {
  readonly deadline: number;
  settle(taken: boolean): void;
}

/** How often those who have waited for too long are looked for. */
const LOOK_MS = 250;

/** What one client may have of so much by default: all but a tenth, and so all of what is too little to divide. */
export function allButATenth(capacity: number): number {
  return capacity - Math.floor(capacity / 10);
}

export class Shares {
  readonly capacity: number;
  readonly perClient: number;
  readonly #waitMs: number;
  readonly #clock: Clock;
  /** Only who holds something or waits is in these. */
  readonly #held = new Map<string, number>();
  readonly #waiting = new Map<string, Set<Waiter>>();
  #total = 0;
  #waiters = 0;
  #stopLooking: (() => void) | null = null;

  constructor({ capacity, perClient, waitMs, clock }: SharesOptions) {
    this.capacity = capacity;
    this.perClient = perClient;
    this.#waitMs = waitMs;
    this.#clock = clock;
  }

  /** What all clients hold. */
  get total(): number {
    return this.#total;
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#waiters;
  }

  heldBy(client: string): number {
    return this.#held.get(client) ?? 0;
  }

  /** Takes one if that is possible now. Who names no client is held to the capacity alone. */
  take(client: string | undefined): Taken {
    if (this.#total >= this.capacity) return "full";
    if (client !== undefined) {
      const held = this.heldBy(client);
      // Who waits already comes first.
      if (held >= this.perClient || this.#waiting.has(client)) return "share";
      this.#held.set(client, held + 1);
    }
    this.#total += 1;
    return "taken";
  }

  /**
   * Waits until the client may take one, in the order in which it asked, and takes it; false once it has waited for too
   * long, or where too many wait already. Rejects with the signal's reason.
   */
  turn(client: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.reject(signal.reason);
    if (this.#waiters >= this.capacity) return Promise.resolve(false);
    return new Promise((resolve, reject) => {
      const leave = () => {
        signal.removeEventListener("abort", abort);
        this.#leave(client, waiter);
      };
      const abort = () => {
        leave();
        reject(signal.reason);
      };
      const settle = (taken: boolean) => {
        leave();
        resolve(taken);
      };
      const waiter = { deadline: this.#clock.now() + this.#waitMs, settle };
      signal.addEventListener("abort", abort);
      this.#join(client, waiter);
    });
  }

  /** Gives one back, and the one who waited for it a turn. */
  give(client: string | undefined): void {
    const wasFull = this.#total >= this.capacity;
    this.#total -= 1;
    if (client !== undefined) {
      const held = this.heldBy(client) - 1;
      if (held > 0) this.#held.set(client, held);
      else this.#held.delete(client);
      this.#serve(client);
    }
    if (wasFull) for (const other of [...this.#waiting.keys()]) this.#serve(other);
  }

  /** Refuses everybody who waits. */
  refuseWaiting(): void {
    for (const waiters of [...this.#waiting.values()]) for (const waiter of [...waiters]) waiter.settle(false);
  }

  #serve(client: string): void {
    for (const waiter of this.#waiting.get(client) ?? []) {
      const held = this.heldBy(client);
      if (this.#total >= this.capacity || held >= this.perClient) return;
      this.#held.set(client, held + 1);
      this.#total += 1;
      waiter.settle(true);
    }
  }

  #join(client: string, waiter: Waiter): void {
    const waiters = this.#waiting.get(client) ?? new Set();
    this.#waiting.set(client, waiters.add(waiter));
    this.#waiters += 1;
    this.#stopLooking ??= this.#clock.every(LOOK_MS, () => this.#look());
  }

  #leave(client: string, waiter: Waiter): void {
    const waiters = this.#waiting.get(client);
    if (!waiters?.delete(waiter)) return;
    this.#waiters -= 1;
    if (waiters.size === 0) this.#waiting.delete(client);
    if (this.#waiters > 0) return;
    this.#stopLooking?.();
    this.#stopLooking = null;
  }

  #look(): void {
    const now = this.#clock.now();
    for (const waiters of [...this.#waiting.values()]) {
      for (const waiter of [...waiters]) {
        // They are in the order in which they came.
        if (waiter.deadline > now) break;
        waiter.settle(false);
      }
    }
  }
}
