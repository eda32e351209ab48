/** What all clients together have not read yet of their answers, bounded: past that, who has been slow longest goes. */

/** Over all connections. */
export const MAX_UNREAD_BYTES = 64 * 1024 * 1024;

export interface SlowReader {
  /** Bytes that wait for the client. */
  readonly unreadBytes: number;
  /** Drops the client: what it has not read would be kept for nobody. */
  terminate(): void;
}

export class UnreadBytes {
  readonly #limit: number;
  /** Those that wait, the longest first. */
  readonly #slow = new Set<SlowReader>();
  #dropped = 0;

  constructor(limit: number = MAX_UNREAD_BYTES) {
    this.#limit = limit;
  }

  /** Clients dropped since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Notes that a client has not read its answer yet, and drops others, or itself, until there is room. */
  add(reader: SlowReader): void {
    this.note(reader);
    this.makeRoom();
  }

  /** Notes that a client has not read its answer yet. */
  note(reader: SlowReader): void {
    this.#slow.add(reader);
  }

  /** Drops clients until what the others have not read fits. */
  makeRoom(): void {
    let total = 0;
    for (const one of this.#slow) total += one.unreadBytes;
    for (const slowest of this.#slow) {
      if (total <= this.#limit) return;
      total -= slowest.unreadBytes;
      this.#slow.delete(slowest);
      this.#dropped += 1;
      slowest.terminate();
    }
  }

  delete(reader: SlowReader): void {
    this.#slow.delete(reader);
  }
}
