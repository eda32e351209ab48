/** One session's jobs, strictly one after the other in the order they came. */

export type QueuedJob<T> = (signal: AbortSignal) => Promise<T> | T;

interface RunOptions {
  /** Aborts this job alone; a job aborted before its turn never begins. */
  readonly controller?: AbortController;
}

export class JobQueue {
  #tail: Promise<unknown> = Promise.resolve();
  #pending = 0;
  /** Serves all jobs that bring none of their own: making one is expensive, and only `close` aborts it. */
  #shared: AbortController | null = null;
  #running: AbortController | null = null;
  #closedBy: Error | null = null;

  /** Jobs that run or wait. */
  get pending(): number {
    return this.#pending;
  }

  /** Rejects as the job does, or with the reason of `close` or of the controller's abort. */
  run<T>(job: QueuedJob<T>, { controller }: RunOptions = {}): Promise<T> {
    this.#pending += 1;
    // Most jobs find nobody before them, and for those a turn's wait would be time lost.
    const turn = this.#pending === 1 ? this.#take(job, controller) : this.#tail.then(() => this.#take(job, controller));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** Aborts the running job and refuses those that wait and those to come. */
  close(reason: Error): void {
    this.#closedBy ??= reason;
    this.#running?.abort(reason);
  }

  /** Resolves when all jobs that have come so far are at their end. */
  async idle(): Promise<void> {
    await this.#tail;
  }

  async #take<T>(job: QueuedJob<T>, controller = this.#sharedController()): Promise<T> {
    try {
      if (this.#closedBy) throw this.#closedBy;
      controller.signal.throwIfAborted();
      this.#running = controller;
      return await job(controller.signal);
    } finally {
      this.#running = null;
      this.#pending -= 1;
    }
  }

  #sharedController(): AbortController {
    this.#shared ??= new AbortController();
    return this.#shared;
  }
}
