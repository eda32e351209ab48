/**
 * Barks when a worker has run one job for too long, by the processor time of its thread: on a starved machine a job takes
 * long by the clock without anything being wrong with it. Where that time is unknown the clock must do.
 */

export interface WatchdogOptions {
  /** Milliseconds of processor time a job may take. */
  readonly limitMs: number;
  /** Milliseconds that the worker's thread has run so far, as of so long ago at most; null where that is unknown. */
  readonly threadTime: (maxAgeMs: number) => number | null;
  readonly bark: () => void;
}

/** A thread that has not run at all between so many looks in a row is not starved but stuck. */
const IDLE_LOOKS = 5;
/** A thread's time may be told in steps of ten milliseconds: looking again sooner would show nothing new. */
const LEAST_WAIT_MS = 20;
/** Runs begin far too often to ask each time: so large a share of the limit may be counted too much. */
const PRECISION = 1 / 60;

export class Watchdog {
  readonly #options: WatchdogOptions;
  readonly #begun: number | null;
  #seen: number | null;
  #idleLooks = 0;
  #timer: NodeJS.Timeout;

  /** Watches from now on, until `stop`. */
  constructor(options: WatchdogOptions) {
    this.#options = options;
    this.#begun = options.threadTime(options.limitMs * PRECISION);
    this.#seen = this.#begun;
    this.#timer = this.#lookIn(options.limitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #lookIn(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#look(), milliseconds).unref();
  }

  #look(): void {
    const { limitMs, threadTime, bark } = this.#options;
    const now = threadTime(0);
    if (now === null || this.#begun === null) return bark();
    this.#idleLooks = now === this.#seen ? this.#idleLooks + 1 : 0;
    this.#seen = now;
    const left = limitMs - (now - this.#begun);
    if (left <= 0 || this.#idleLooks >= IDLE_LOOKS) return bark();
    this.#timer = this.#lookIn(Math.max(left, LEAST_WAIT_MS));
  }
}
