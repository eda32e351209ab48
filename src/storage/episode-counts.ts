/** How many steps of each episode were taken, and their bytes, shared by all that write to it: a step's number can be taken once. */
export interface StepCount {
  taken: number;
  /** Of all its lines. */
  bytes: number;
}

/** Holds the counts that somebody still writes by, and no others. */
export class EpisodeCounts {
  readonly #counts = new Map<string, WeakRef<StepCount>>();
  readonly #forgotten = new FinalizationRegistry<string>((id) => {
    if (this.#counts.get(id)?.deref() === undefined) this.#counts.delete(id);
  });

  /** @returns null where nobody writes to the episode any more */
  find(id: string): StepCount | null {
    return this.#counts.get(id)?.deref() ?? null;
  }

  begin(id: string, from: Readonly<StepCount>): StepCount {
    const count = { ...from };
    this.#counts.set(id, new WeakRef(count));
    this.#forgotten.register(count, id);
    return count;
  }
}
