/**
 * A bounded queue that shares the workers' time, not their turns: whoever has used least is served next, so that a session
 * whose every batch is long delays the others by little. Start-time fair queueing (Goyal, Vin and Cheng, 1996), charged
 * afterwards, because what a batch costs is known only then.
 */

interface Waiting<Entry> {
  readonly entries: Entry[];
  /** The session's virtual time: work it was charged for, brought forward to the present when it was away. */
  readonly time: number;
}

/** Virtual times of sessions that are not waiting are looked through when there are this many. */
const REMEMBERED = 1024;

export class FairQueue<Entry> {
  readonly #capacity: number;
  readonly #waiting = new Map<string, Waiting<Entry>>();
  /** Virtual times that lie ahead of the present, of sessions waiting or not. */
  readonly #times = new Map<string, number>();
  readonly #returned: Entry[] = [];
  #present = 0;
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
    const waiting = this.#waiting.get(session);
    if (waiting === undefined) this.#waiting.set(session, { entries: [entry], time: this.#timeOf(session) });
    else waiting.entries.push(entry);
    this.#size += 1;
    return true;
  }

  /** Puts an entry back before all others, whatever the capacity: it has waited its turn already. */
  putBack(entry: Entry): void {
    this.#returned.push(entry);
    this.#size += 1;
  }

  /**
   * @param accepts tells which sessions may be served now; all by default
   * @returns the entry of the accepted session that has used least, of equals the one that has waited longest
   */
  next(accepts: (session: string) => boolean = () => true): Entry | undefined {
    const returned = this.#returned.shift();
    if (returned !== undefined) {
      this.#size -= 1;
      return returned;
    }
    let best: readonly [string, Waiting<Entry>] | undefined;
    for (const candidate of this.#waiting) {
      if ((best === undefined || candidate[1].time < best[1].time) && accepts(candidate[0])) best = candidate;
    }
    return best && this.#take(best);
  }

  /** Charges a session for work done, in any unit that is the same for all. */
  charge(session: string, cost: number): void {
    const time = this.#timeOf(session) + cost;
    this.#times.set(session, time);
    const waiting = this.#waiting.get(session);
    if (waiting !== undefined) this.#waiting.set(session, { ...waiting, time });
    if (this.#times.size > REMEMBERED) this.#forgetThePast();
  }

  /** @returns whether the entry was still waiting */
  remove(session: string, entry: Entry): boolean {
    const returnedIndex = this.#returned.indexOf(entry);
    if (returnedIndex !== -1) {
      this.#returned.splice(returnedIndex, 1);
      this.#size -= 1;
      return true;
    }
    const waiting = this.#waiting.get(session);
    const index = waiting?.entries.indexOf(entry) ?? -1;
    if (waiting === undefined || index === -1) return false;
    waiting.entries.splice(index, 1);
    if (waiting.entries.length === 0) this.#waiting.delete(session);
    this.#size -= 1;
    return true;
  }

  #take([session, { entries, time }]: readonly [string, Waiting<Entry>]): Entry | undefined {
    const entry = entries.shift();
    // Removed and added again, it comes after its equals.
    this.#waiting.delete(session);
    if (entries.length > 0) this.#waiting.set(session, { entries, time });
    this.#present = Math.max(this.#present, time);
    this.#size -= 1;
    return entry;
  }

  /** A session that was away has no claim on the time it did not use. */
  #timeOf(session: string): number {
    return Math.max(this.#present, this.#times.get(session) ?? 0);
  }

  #forgetThePast(): void {
    for (const [session, time] of this.#times) if (time <= this.#present) this.#times.delete(session);
  }
}
