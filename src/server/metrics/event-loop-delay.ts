/** How late the event loop is: what has its turn then waits so long besides. */
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";

/** Shorter delays are not seen. */
const RESOLUTION_MS = 20;
const NS_PER_S = 1e9;

export interface LoopDelay {
  /** In seconds; 0 before anything was measured. */
  readonly mean: number;
  readonly p99: number;
  readonly max: number;
}

/** Measures from its first reading on, and each reading tells of the time since the one before. */
export class EventLoopDelay {
  #histogram: IntervalHistogram | null = null;
  #isStopped = false;

  read(): LoopDelay {
    if (this.#histogram === null && !this.#isStopped) {
      this.#histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
      this.#histogram.enable();
    }
    const histogram = this.#histogram;
    if (histogram === null || histogram.count === 0) return { mean: 0, p99: 0, max: 0 };
    // What the timer itself takes until it is due is no delay.
    const late = (ns: number) => Math.max(0, ns / NS_PER_S - RESOLUTION_MS / 1000);
    const delay = { mean: late(histogram.mean), p99: late(histogram.percentile(99)), max: late(histogram.max) };
    histogram.reset();
    return delay;
  }

  stop(): void {
    this.#isStopped = true;
    this.#histogram?.disable();
    this.#histogram = null;
  }
}
