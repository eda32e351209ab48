/**
 * Remembers what a key's work gave, for the keys asked for last. Work that failed is forgotten, so that a retry does it
 * again. An episode has several and many have few keys, so it is a plain map: an empty `BoundedMap` takes more than it saves.
 */
export class PromiseMemo<Value> {
  /** The key asked for last comes last. */
  readonly #known = new Map<string, Promise<Value>>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  async get(key: string, work: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const promise = work();
    this.#known.set(key, promise);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#capacity) break;
      this.#known.delete(oldest);
    }
    try {
      return await promise;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }
}
