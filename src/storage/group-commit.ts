/** Syncs that many wait for: who asks while one runs shares the next one. */
export class GroupCommit {
  readonly #sync: () => Promise<void>;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  /** @param sync makes durable all that was written before it was called */
  constructor(sync: () => Promise<void>) {
    this.#sync = sync;
  }

  /** Resolves once all that was written before the call is durable. */
  commit(): Promise<void> {
    if (this.#running === null) return this.#start();
    this.#next ??= this.#running.then(ignore, ignore).then(() => {
      this.#next = null;
      return this.#start();
    });
    return this.#next;
  }

  #start(): Promise<void> {
    const running = this.#sync().finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }
}

const ignore = (): undefined => undefined;
