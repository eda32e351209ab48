/**
 * What each of several parties has used, as virtual time: start-time fair queueing (Goyal, Vin and Cheng, 1996), charged
 * afterwards, because what a run costs is known only then.
 */

/** More parties than this are not remembered: those that lie in the past go first, then those charged longest ago. */
const REMEMBERED = 4096;

export class Accounts {
  /** Times that may lie ahead of the present; the one charged last comes last. */
  readonly #times = new Map<string, number>();
  #present = 0;

  /** Anyone who was away has no claim on the time that it did not use. */
  timeOf(party: string): number {
    return Math.max(this.#present, this.#times.get(party) ?? 0);
  }

  /** The party is served: what it has used until now is the present. */
  serve(party: string): void {
    this.#present = this.timeOf(party);
  }

  /** Charges work done, in any unit that is the same for all. */
  charge(party: string, cost: number): void {
    const time = this.timeOf(party) + cost;
    this.#times.delete(party);
    this.#times.set(party, time);
    if (this.#times.size > REMEMBERED) this.#forget();
  }

  #forget(): void {
    for (const [party, time] of this.#times) if (time <= this.#present) this.#times.delete(party);
    for (const party of this.#times.keys()) {
      if (this.#times.size <= REMEMBERED) return;
      this.#times.delete(party);
    }
  }
}
