/** A clock that tests wind by hand. */
import type { Clock } from "../../src/sessions/clock.ts";

interface Timer {
  readonly milliseconds: number;
  readonly tick: () => void;
  next: number;
}

export class ManualClock implements Clock {
  readonly #timers = new Set<Timer>();
  #now = 0;

  /** Timers that nobody has stopped. */
  get running(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  every(milliseconds: number, tick: () => void): () => void {
    const timer = { milliseconds, tick, next: this.#now + milliseconds };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Ticks whatever is due on the way. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let due = this.#nextDue(end); due !== undefined; due = this.#nextDue(end)) {
      this.#now = due.next;
      due.next += due.milliseconds;
      due.tick();
    }
    this.#now = end;
  }

  #nextDue(end: number): Timer | undefined {
    const due = [...this.#timers].filter(({ next }) => next <= end);
    return due.sort((a, b) => a.next - b.next)[0];
  }
}
