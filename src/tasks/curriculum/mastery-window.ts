/** The last outcomes in one bucket of tasks: older ones say how a policy was, and not how it is. */
import type { Tries } from "./learnability.ts";

/** As many as a number has bits. */
export const WINDOW_OUTCOMES = 32;

export class MasteryWindow implements Tries {
  /** An outcome a bit, the last one lowest. */
  #solved = 0;
  attempts = 0;

  add(solved: boolean): void {
    this.#solved = (this.#solved << 1) | Number(solved);
    this.attempts = Math.min(this.attempts + 1, WINDOW_OUTCOMES);
  }

  get solved(): number {
    let count = 0;
    for (let bits = this.#solved; bits !== 0; bits &= bits - 1) count += 1;
    return count;
  }
}
