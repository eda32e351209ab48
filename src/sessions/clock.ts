/** Time as an argument: what expires or repeats asks a clock, so that tests need not wait. */

export interface Clock {
  /** Milliseconds that never run backwards. */
  now(): number;
  /** Calls `tick` every so many milliseconds until the answer is called; never keeps the process alive. */
  every(milliseconds: number, tick: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  every: (milliseconds, tick) => {
    const timer = setInterval(tick, milliseconds).unref();
    return () => clearInterval(timer);
  },
};
