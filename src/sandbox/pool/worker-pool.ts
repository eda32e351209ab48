/** A sandbox over worker threads: a bounded fair queue, cancellation, a watchdog, replacement of dead or fat workers. */
import type { Batch, BatchResult, Comparison, RunOptions, Sandbox } from "../sandbox.ts";
import { SandboxError } from "../sandbox.ts";
import { PoolWorker, type PoolWorkerEvents, type WorkerSpec } from "./pool-worker.ts";
import { Scheduler } from "./scheduler.ts";

export interface PoolOptions {
  readonly language: string;
  readonly worker: WorkerSpec;
  readonly workers: number;
  /** How long the first workers wait to be started, unless a batch comes first; default not at all. */
  readonly startDelayMs?: number;
  /** Batches that may wait; more are refused with QUEUE_FULL. */
  readonly queueCapacity: number;
  /** Wall-clock limit of one batch, a last resort: fuel should always end it first. */
  readonly watchdogMs: number;
  /** How long a cancelled batch may take to notice before its worker is ended. */
  readonly cancelGraceMs: number;
  /** A worker whose interpreter has used more memory than this is replaced. */
  readonly maxWorkerBytes: number;
  readonly onIncident?: (incident: PoolIncident) => void;
}

/** Something that should not happen, and that the pool has dealt with. */
export interface PoolIncident {
  readonly kind: "watchdog" | "worker_lost" | "leak";
  readonly message: string;
}

/** Counts since the pool opened, and what is going on now. */
export interface PoolMetrics {
  readonly workers: number;
  readonly busy: number;
  readonly queued: number;
  readonly batches: number;
  readonly watchdogStops: number;
  readonly workersLost: number;
  readonly workersRecycled: number;
  /** Batches after which the interpreter could not be restored and was made anew. */
  readonly freshInstances: number;
  /** Sampled full compares that found a difference after a restore; must stay 0. */
  readonly leaks: number;
}

interface Job {
  readonly session: string;
  readonly work: Comparison;
  readonly resolve: (results: readonly BatchResult[]) => void;
  readonly reject: (reason: unknown) => void;
  attempts: number;
  worker: PoolWorker | null;
  cancelled: boolean;
  startedAt: number;
  timer: NodeJS.Timeout | undefined;
}

const MAX_ATTEMPTS = 2;

export class WorkerPool implements Sandbox {
  readonly language: string;
  readonly #options: PoolOptions;
  readonly #scheduler: Scheduler<Job>;
  readonly #workers = new Set<PoolWorker>();
  readonly #idle: PoolWorker[] = [];
  readonly #running = new Map<PoolWorker, Job>();
  readonly #counts = {
    batches: 0,
    watchdogStops: 0,
    workersLost: 0,
    workersRecycled: 0,
    freshInstances: 0,
    leaks: 0,
  };
  #starting: NodeJS.Timeout | undefined;
  #closed = false;
  #consecutiveStartFailures = 0;

  constructor(options: PoolOptions) {
    this.language = options.language;
    this.#options = options;
    this.#scheduler = new Scheduler(options.queueCapacity, () => this.#dispatch());
    // Not at once: who opens a pool while it starts up has more urgent things to do, and runs wait in the queue anyway.
    this.#starting = setTimeout(() => this.#startWorkers(), options.startDelayMs ?? 0);
  }

  get metrics(): PoolMetrics {
    const { workers } = this.#options;
    return { ...this.#counts, workers, busy: this.#running.size, queued: this.#scheduler.waiting };
  }

  async run({ code, ...rest }: Batch, options: RunOptions = {}): Promise<BatchResult> {
    const [result] = await this.runEach({ codes: [code], ...rest }, options);
    if (result === undefined) throw new Error("A worker gave no result");
    return result;
  }

  runEach(work: Comparison, options: RunOptions = {}): Promise<readonly BatchResult[]> {
    const { signal, session = "" } = options;
    if (this.#closed) return Promise.reject(new SandboxError("CLOSED", "Cannot run: the sandbox is closed"));
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise<readonly BatchResult[]>((resolve, reject) => {
      const onAbort = (): void => this.#cancel(job, signal?.reason);
      const settled = (): void => signal?.removeEventListener("abort", onAbort);
      const job: Job = {
        session,
        work,
        resolve: (results) => {
          settled();
          resolve(results);
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
        attempts: 0,
        worker: null,
        cancelled: false,
        startedAt: 0,
        timer: undefined,
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      if (this.#scheduler.add(job)) return this.#dispatch();
      job.reject(
        new SandboxError("QUEUE_FULL", `Cannot run now: ${this.#scheduler.waiting} runs are waiting; try again later`),
      );
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#starting);
    const closed = new SandboxError("CLOSED", "The run was given up: the sandbox was closed");
    for (const job of this.#scheduler.drain()) job.reject(closed);
    for (const job of this.#running.values()) {
      clearTimeout(job.timer);
      job.reject(closed);
    }
    this.#running.clear();
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
    this.#workers.clear();
  }

  readonly #events: PoolWorkerEvents = {
    idle: (worker) => this.#onIdle(worker),
    lost: (worker, reason) => this.#onLost(worker, reason),
    restored: ({ pages, leaked }) => {
      if (pages === null) this.#counts.freshInstances += 1;
      if (!leaked) return;
      this.#counts.leaks += 1;
      this.#tell(
        "leak",
        "A restored interpreter differed from its image; its worker now makes a new one for each batch",
      );
    },
  };

  #tell(kind: PoolIncident["kind"], message: string): void {
    this.#options.onIncident?.({ kind, message });
  }

  #startWorkers(): void {
    clearTimeout(this.#starting);
    this.#starting = undefined;
    for (let started = 0; started < this.#options.workers; started += 1) this.#startWorker();
  }

  #startWorker(): void {
    this.#workers.add(new PoolWorker(this.#options.worker, this.#events));
  }

  #dispatch(): void {
    if (this.#starting !== undefined) this.#startWorkers();
    while (this.#idle.length > 0) {
      const job = this.#scheduler.next(this.#workers.size);
      if (job === undefined) return;
      const worker = this.#idle.pop();
      if (worker !== undefined) this.#start(job, worker);
    }
  }

  #start(job: Job, worker: PoolWorker): void {
    job.worker = worker;
    job.attempts += 1;
    job.startedAt = performance.now();
    this.#running.set(worker, job);
    job.timer = setTimeout(() => this.#stopByWatchdog(job, worker), this.#options.watchdogMs);
    worker.start(job.work, (results) => {
      this.#finish(job, worker);
      if (job.cancelled) return;
      this.#counts.batches += results?.length ?? 0;
      if (results === null)
        job.reject(new SandboxError("WORKER_LOST", "The run was given up without being asked to be"));
      else job.resolve(results);
    });
  }

  #finish(job: Job, worker: PoolWorker): void {
    clearTimeout(job.timer);
    this.#scheduler.finished(job, performance.now() - job.startedAt);
    this.#running.delete(worker);
    job.worker = null;
  }

  #onIdle(worker: PoolWorker): void {
    this.#consecutiveStartFailures = 0;
    if (this.#closed) return;
    if (worker.highWaterBytes > this.#options.maxWorkerBytes) {
      this.#counts.workersRecycled += 1;
      this.#startWorker();
      return this.#retire(worker);
    }
    this.#idle.push(worker);
    this.#dispatch();
  }

  /** Ends a worker that is not running anything. */
  #retire(worker: PoolWorker): void {
    this.#workers.delete(worker);
    void worker.terminate();
  }

  #cancel(job: Job, reason: unknown): void {
    if (job.cancelled) return;
    job.cancelled = true;
    job.reject(reason);
    const { worker } = job;
    if (worker === null) {
      this.#scheduler.remove(job);
      return;
    }
    worker.cancel();
    clearTimeout(job.timer);
    job.timer = setTimeout(() => this.#replace(job, worker), this.#options.cancelGraceMs);
  }

  #stopByWatchdog(job: Job, worker: PoolWorker): void {
    this.#counts.watchdogStops += 1;
    this.#tell(
      "watchdog",
      `A batch ran for ${this.#options.watchdogMs} ms before its fuel ended it; its worker was replaced`,
    );
    this.#replace(job, worker);
    job.reject(
      new SandboxError(
        "WORKER_LOST",
        `The run was given up after ${this.#options.watchdogMs} ms; nothing was changed, try again`,
      ),
    );
  }

  #replace(job: Job, worker: PoolWorker): void {
    this.#finish(job, worker);
    this.#workers.delete(worker);
    void worker.terminate();
    this.#startWorker();
  }

  #onLost(worker: PoolWorker, reason: string): void {
    this.#workers.delete(worker);
    const idleIndex = this.#idle.indexOf(worker);
    if (idleIndex !== -1) this.#idle.splice(idleIndex, 1);
    if (this.#closed) return;
    this.#counts.workersLost += 1;
    this.#tell("worker_lost", `A sandbox worker ended by itself: ${reason}`);
    const job = this.#running.get(worker);
    if (job === undefined) this.#consecutiveStartFailures += 1;
    if (this.#consecutiveStartFailures > MAX_START_FAILURES) return this.#giveUp(reason);
    this.#startWorker();
    if (job === undefined) return;
    this.#finish(job, worker);
    if (job.cancelled) return;
    if (job.attempts < MAX_ATTEMPTS) this.#scheduler.putBack(job);
    else job.reject(new SandboxError("WORKER_LOST", `Cannot run: its worker was lost twice (${reason})`));
  }

  /** Workers that cannot even start would be restarted for ever. */
  #giveUp(reason: string): void {
    const failure = new SandboxError("IMAGE_UNUSABLE", `Cannot run: no sandbox worker can start (${reason})`);
    for (const job of this.#scheduler.drain()) job.reject(failure);
    void this.close();
  }
}

const MAX_START_FAILURES = 5;
