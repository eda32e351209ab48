/** A bounded queue that serves its sessions in turn: a session with a thousand entries delays another's by one of them. */

export class FairQueue<Entry> {
  readonly #capacity: number;
  /** Sessions with waiting entries, the next one to be served first (a Map keeps its order of insertion). */
  readonly #waiting = new Map<string, Entry[]>();
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#size;
  }

  /** @returns false when the queue is full */
  add(session: string, entry: Entry): boolean {
    if (this.#size >= this.#capacity) return false;
    const entries = this.#waiting.get(session);
    if (entries === undefined) this.#waiting.set(session, [entry]);
    else entries.push(entry);
    this.#size += 1;
    return true;
  }

  /** Puts an entry before all others, whatever the capacity: it has waited its turn already. */
  addFirst(session: string, entry: Entry): void {
    const others = [...this.#waiting].filter(([key]) => key !== session);
    const own = this.#waiting.get(session) ?? [];
    this.#waiting.clear();
    this.#waiting.set(session, [entry, ...own]);
    for (const [key, entries] of others) this.#waiting.set(key, entries);
    this.#size += 1;
  }

  next(): Entry | undefined {
    for (const [session, entries] of this.#waiting) {
      const entry = entries.shift();
      this.#waiting.delete(session);
      if (entries.length > 0) this.#waiting.set(session, entries);
      if (entry === undefined) continue;
      this.#size -= 1;
      return entry;
    }
    return undefined;
  }

  /** @returns whether the entry was still waiting */
  remove(session: string, entry: Entry): boolean {
    const entries = this.#waiting.get(session);
    const index = entries?.indexOf(entry) ?? -1;
    if (entries === undefined || index === -1) return false;
    entries.splice(index, 1);
    if (entries.length === 0) this.#waiting.delete(session);
    this.#size -= 1;
    return true;
  }
}
