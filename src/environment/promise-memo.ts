/** Remembers what a key's work gave. Work that failed is forgotten, so that a retry does it again. */
export class PromiseMemo<Value> {
  readonly #known = new Map<string, Promise<Value>>();

  async get(key: string, work: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const promise = work();
    this.#known.set(key, promise);
    try {
      return await promise;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }
}
