/**
 * Keeps as many workers at hand as there should be: starts them, replaces those that died, were ended or grew fat, and goes
 * on trying, ever more slowly, where none can be started.
 */
import type { Owned } from "./fair-queue.ts";
import { PoolWorker, type PoolWorkerEvents, type WorkerSpec } from "./pool-worker.ts";

export interface CrewOptions {
  readonly worker: WorkerSpec;
  readonly size: number;
  /** A worker whose interpreter has used more memory than this is replaced. */
  readonly maxWorkerBytes: number;
}

export interface CrewEvents {
  /** A worker waits for a job. */
  free(): void;
  /** A worker that was up ended by itself, with the job it was running, if any. */
  lost(worker: PoolWorker, reason: string): void;
  restored: PoolWorkerEvents["restored"];
  /** A worker could not be started; others will be tried. */
  startFailed(reason: string): void;
  /** A fat worker is going to be replaced. */
  recycled(): void;
  /** A worker had to be started because of this owner's run; it took so many milliseconds. */
  charge(owner: Owned, milliseconds: number): void;
}

/** A worker on its way up. */
interface Start {
  readonly since: number;
  /** Whose run made it necessary. */
  readonly owner: Owned | null;
  readonly timer: NodeJS.Timeout;
}

/** A worker that is not ready by then never will be. */
const START_MS = 60_000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;
/** Failures in a row from which nobody should be kept waiting for a worker. */
const HOPELESS = 4;

export class WorkerCrew {
  readonly #options: CrewOptions;
  readonly #events: CrewEvents;
  readonly #starting = new Map<PoolWorker, Start>();
  readonly #up = new Set<PoolWorker>();
  readonly #idle: PoolWorker[] = [];
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: CrewOptions, events: CrewEvents) {
    this.#options = options;
    this.#events = events;
  }

  /** Workers that run or wait for a job. */
  get up(): number {
    return this.#up.size;
  }

  /** Workers that there are or will be in a moment; fewer than there should be where some cannot be started. */
  get expected(): number {
    return this.#failures === 0 ? this.#options.size : Math.max(1, this.#up.size);
  }

  /** Whether a worker is up or, as far as is known, about to be. */
  get isReady(): boolean {
    return !this.#closed && (this.#up.size > 0 || this.#failures === 0);
  }

  /** Whether nothing is up, and has not been for a while, because no worker can be started. */
  get isHopeless(): boolean {
    return this.#up.size === 0 && this.#failures >= HOPELESS;
  }

  get hasIdle(): boolean {
    return this.#idle.length > 0;
  }

  /** Starts those that are missing. */
  fill(): void {
    while (!this.#closed && this.#retry === undefined && this.#up.size + this.#starting.size < this.#options.size) {
      // Where starting fails, one at a time shows whether it does still.
      if (this.#failures > 0 && this.#starting.size > 0) return;
      this.#start(null);
    }
  }

  /** An idle worker, which is the caller's until it is given back or has to be replaced. */
  take(): PoolWorker | undefined {
    return this.#idle.pop();
  }

  /** Takes back a worker whose job, the owner's, has ended. */
  giveBack(worker: PoolWorker, owner: Owned): void {
    if (this.#closed || !this.#up.has(worker)) return;
    this.#idle.push(worker);
    // It goes on working until its successor is there: there are never fewer workers for it.
    if (this.#isFat(worker) && this.#starting.size === 0 && this.#failures === 0) {
      this.#events.recycled();
      this.#start(owner);
    }
    this.#retireFat();
    this.#events.free();
  }

  /** Ends a worker that is busy with a run of the owner's, and starts another in its place. */
  replace(worker: PoolWorker, owner: Owned): void {
    this.#up.delete(worker);
    void worker.terminate();
    if (this.#closed || this.#failures > 0) return;
    if (this.#up.size + this.#starting.size < this.#options.size) this.#start(owner);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    for (const { timer } of this.#starting.values()) clearTimeout(timer);
    const workers = [...this.#up, ...this.#starting.keys()];
    this.#up.clear();
    this.#starting.clear();
    this.#idle.length = 0;
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  readonly #workerEvents: PoolWorkerEvents = {
    ready: (worker) => this.#onReady(worker),
    lost: (worker, reason) => this.#onLost(worker, reason),
    restored: (report) => this.#events.restored(report),
  };

  #start(owner: Owned | null): void {
    try {
      const worker = new PoolWorker(this.#options.worker, this.#workerEvents);
      const tooLate = (): void => {
        void worker.terminate();
        this.#onLost(worker, `it was not ready within ${START_MS} ms`);
      };
      const timer = setTimeout(tooLate, START_MS).unref();
      this.#starting.set(worker, { since: performance.now(), owner, timer });
    } catch (error) {
      this.#onStartFailed(error instanceof Error ? error.message : String(error));
    }
  }

  #onReady(worker: PoolWorker): void {
    const start = this.#starting.get(worker);
    if (this.#closed || start === undefined) return;
    clearTimeout(start.timer);
    this.#starting.delete(worker);
    if (start.owner !== null) this.#events.charge(start.owner, performance.now() - start.since);
    this.#failures = 0;
    this.#up.add(worker);
    this.#idle.push(worker);
    this.#retireFat();
    this.fill();
    this.#events.free();
  }

  #onLost(worker: PoolWorker, reason: string): void {
    if (this.#closed) return;
    const start = this.#starting.get(worker);
    if (start !== undefined) {
      clearTimeout(start.timer);
      this.#starting.delete(worker);
      return this.#onStartFailed(reason);
    }
    this.#up.delete(worker);
    this.#forgetIdle(worker);
    this.#events.lost(worker, reason);
  }

  #onStartFailed(reason: string): void {
    this.#failures += 1;
    const delay = Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LAST_RETRY_MS);
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      this.fill();
    }, delay);
    this.#events.startFailed(reason);
  }

  /** Ends one idle fat worker, if there are more workers than there should be. */
  #retireFat(): void {
    if (this.#up.size <= this.#options.size) return;
    const fat = this.#idle.find((worker) => this.#isFat(worker));
    if (fat === undefined) return;
    this.#forgetIdle(fat);
    this.#up.delete(fat);
    void fat.terminate();
  }

  #forgetIdle(worker: PoolWorker): void {
    const index = this.#idle.indexOf(worker);
    if (index !== -1) this.#idle.splice(index, 1);
  }

  #isFat(worker: PoolWorker): boolean {
    return worker.highWaterBytes > this.#options.maxWorkerBytes;
  }
}
