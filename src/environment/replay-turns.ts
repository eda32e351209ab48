/** How many episodes are played again at once: many may come back together, and who plays on is to wait for none of them. */

interface WaitingReplay {
  readonly client: string;
  readonly begin: () => void;
}

export class ReplayTurns {
  readonly #most: number;
  readonly #waiting: WaitingReplay[] = [];
  /** How many replays each client has that has any. */
  readonly #running = new Map<string, number>();
  #total = 0;

  /** @param most replays at once; where it is more than one, one client leaves one to the others */
  constructor(most: number) {
    this.#most = most;
  }

  /** Runs the work in its client's turn. @throws the signal's reason, where it comes first */
  async run<Result>(
    work: () => Promise<Result>,
    { client, signal }: { readonly client: string; readonly signal: AbortSignal },
  ): Promise<Result> {
    if (this.#mayRun(client)) this.#count(client, 1);
    else await new Promise<void>((begin) => this.#waiting.push({ client, begin }));
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      this.#count(client, -1);
      this.#next();
    }
  }

  /** The one that waits longest of the client that has fewest running. */
  #next(): void {
    const [next] = this.#waiting
      .filter(({ client }) => this.#mayRun(client))
      .toSorted((a, b) => this.#of(a.client) - this.#of(b.client));
    if (next === undefined) return;
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    this.#count(next.client, 1);
    next.begin();
  }

  #mayRun(client: string): boolean {
    return this.#total < this.#most && this.#of(client) < Math.max(1, this.#most - 1);
  }

  #of(client: string): number {
    return this.#running.get(client) ?? 0;
  }

  #count(client: string, by: 1 | -1): void {
    this.#total += by;
    const count = this.#of(client) + by;
    if (count === 0) this.#running.delete(client);
    else this.#running.set(client, count);
  }
}
