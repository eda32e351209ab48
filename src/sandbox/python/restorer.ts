/** Brings an interpreter back between runs, and checks now and then that it really is what it was. */
import type { Interpreter } from "./interpreter.ts";

export interface RestorerOptions {
  /** One restore in this many is checked by comparing all of memory; 0 checks none. */
  readonly compareEvery?: number;
  /** Copy back only what was written (default), or everything. */
  readonly mode?: "dirty" | "full";
  /** Told of a restore that was special: it took a new instance (`pages` is null), or memory was not what it was. */
  readonly onSpecial?: (report: { readonly pages: number | null; readonly leaked: boolean }) => void;
}

export class Restorer {
  readonly #interpreter: Interpreter;
  readonly #options: RestorerOptions;
  #restores = 0;
  /** Set once a compare found a difference: from then on each restore takes a new instance. */
  #distrustful = false;

  constructor(interpreter: Interpreter, options: RestorerOptions = {}) {
    this.#interpreter = interpreter;
    this.#options = options;
  }

  toImage(): void {
    if (this.#distrustful) return this.#interpreter.renew();
    const isFull = this.#options.mode === "full";
    const pages = isFull ? this.#interpreter.restoreFully() : this.#interpreter.restore();
    this.#check(pages, () => this.#interpreter.renew());
  }

  /** @returns pages that had been written, or null where they are not known; it depends on the program alone */
  toLayer(): number | null {
    if (this.#distrustful) {
      const written = this.#interpreter.writtenPages;
      this.#interpreter.restoreLayer({ fresh: true });
      return written;
    }
    const pages = this.#interpreter.restoreLayer();
    this.#check(pages, () => void this.#interpreter.restoreLayer({ fresh: true }));
    return pages;
  }

  #check(pages: number | null, renew: () => void): void {
    const { compareEvery = 0, onSpecial } = this.#options;
    this.#restores += 1;
    const isDue = compareEvery > 0 && this.#restores % compareEvery === 0;
    const leaked = isDue && this.#interpreter.findDifference() !== null;
    if (leaked) {
      this.#distrustful = true;
      renew();
    }
    if (leaked || pages === null) onSpecial?.({ pages, leaked });
  }
}
