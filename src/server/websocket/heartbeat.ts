/** Turns to every socket once an interval, a few at a time, so that ten thousand do not stop the server for a moment. */
import type { Clock } from "../../sessions/clock.ts";

/** Into how many parts an interval is cut. */
const PARTS = 20;

export interface HeartbeatOptions<Member> {
  readonly intervalMs: number;
  readonly clock: Clock;
  readonly beat: (member: Member) => void;
}

export class Heartbeat<Member> {
  readonly #parts: readonly Set<Member>[] = Array.from({ length: PARTS }, () => new Set<Member>());
  readonly #beat: (member: Member) => void;
  readonly #stop: () => void;
  #added = 0;
  #now = 0;

  constructor({ intervalMs, clock, beat }: HeartbeatOptions<Member>) {
    this.#beat = beat;
    this.#stop = clock.every(intervalMs / PARTS, () => this.#tick());
  }

  /** Spreads members evenly. */
  add(member: Member): void {
    this.#parts[this.#added % PARTS]?.add(member);
    this.#added += 1;
  }

  delete(member: Member): void {
    for (const part of this.#parts) part.delete(member);
  }

  stop(): void {
    this.#stop();
  }

  #tick(): void {
    this.#now = (this.#now + 1) % PARTS;
    for (const member of this.#parts[this.#now] ?? []) this.#beat(member);
  }
}
