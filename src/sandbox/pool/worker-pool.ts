/** A sandbox over worker threads: a fair queue, preemption between calls, cancellation, a watchdog, retries elsewhere. */
import type { Batch, BatchResult, RunOptions, SandboxFigures, ServedSandbox } from "../sandbox.ts";
import { SandboxError } from "../sandbox.ts";
import { type PoolJob, runJob } from "./job.ts";
import type { PoolIncident, PoolMetrics, PoolOptions } from "./pool-options.ts";
import type { JobEnd, PoolWorker } from "./pool-worker.ts";
import { Scheduler, SLICE_MS } from "./scheduler.ts";
import { Watchdog } from "./watchdog.ts";
import { WorkerCrew } from "./worker-crew.ts";

/** How often a run may lose its worker before it is given up. */
const MAX_LOSSES = 3;

export class WorkerPool implements ServedSandbox {
  readonly #options: PoolOptions;
  readonly #scheduler: Scheduler<PoolJob>;
  readonly #crew: WorkerCrew;
  readonly #running = new Map<PoolWorker, PoolJob>();
  readonly #counts = {
    batches: 0,
    runsYielded: 0,
    runsCancelled: 0,
    watchdogStops: 0,
    workersLost: 0,
    workersRecycled: 0,
    startFailures: 0,
    freshInstances: 0,
    leaks: 0,
  };
  #starting: NodeJS.Timeout | undefined;
  /** Set while jobs wait: looks whether one that runs should make room. */
  #look: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#scheduler = new Scheduler({ capacity: options.queueCapacity });
    const { worker, workers, maxWorkerBytes } = options;
    this.#crew = new WorkerCrew(
      { worker, size: workers, maxWorkerBytes },
      {
        free: () => this.#dispatch(),
        lost: (lost, reason) => this.#onLost(lost, reason),
        restored: (report) => this.#onRestored(report),
        startFailed: (reason) => this.#onStartFailed(reason),
        recycled: () => {
          this.#counts.workersRecycled += 1;
        },
        charge: (owner, milliseconds) => this.#scheduler.charge(owner, milliseconds),
      },
    );
    // Not at once: who opens a pool while it starts up has more urgent things to do, and runs wait in the queue anyway.
    this.#starting = setTimeout(() => this.#startWorkers(), options.startDelayMs ?? 0);
  }

  get metrics(): PoolMetrics {
    const { workers } = this.#options;
    const now = { workers, available: this.#crew.up, busy: this.#running.size, queued: this.#scheduler.waiting };
    return { ...now, ...this.#counts };
  }

  get figures(): SandboxFigures {
    const { workers, available, busy, queued, ...total } = this.metrics;
    return { now: { workers, available, busy, queued }, total };
  }

  /** Whether runs are served: false once the pool is closed, and while no worker can be started. */
  get isReady(): boolean {
    return !this.#closed && this.#crew.isReady;
  }

  run(batch: Batch, options: RunOptions = {}): Promise<BatchResult> {
    const refusal = this.#refusal();
    if (refusal !== null) return Promise.reject(refusal);
    if (options.signal?.aborted) return Promise.reject(options.signal.reason);
    return runJob(batch, options, {
      begin: (job) => {
        if (this.#scheduler.add(job)) return this.#dispatch();
        const waiting = `${this.#scheduler.waiting} runs are waiting`;
        job.reject(new SandboxError("QUEUE_FULL", `Cannot run now: ${waiting}; try again later`));
      },
      cancel: (job, reason) => this.#cancel(job, reason),
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#starting);
    clearTimeout(this.#look);
    const closed = new SandboxError("CLOSED", "The run was given up: the sandbox was closed");
    for (const job of this.#scheduler.drain()) job.reject(closed);
    for (const job of [...this.#running.values()]) {
      this.#leave(job);
      job.reject(closed);
    }
    await this.#crew.close();
  }

  #refusal(): SandboxError | null {
    if (this.#closed) return new SandboxError("CLOSED", "Cannot run: the sandbox is closed");
    if (this.#crew.isHopeless) return noWorker();
    return null;
  }

  #tell(kind: PoolIncident["kind"], message: string): void {
    this.#options.onIncident?.({ kind, message });
  }

  #startWorkers(): void {
    clearTimeout(this.#starting);
    this.#starting = undefined;
    this.#crew.fill();
  }

  #dispatch(): void {
    if (this.#closed) return;
    if (this.#starting !== undefined) this.#startWorkers();
    while (this.#crew.hasIdle) {
      const job = this.#scheduler.next(this.#crew);
      const worker = job && this.#crew.take();
      if (job === undefined || worker === undefined) break;
      this.#start(job, worker);
    }
    if (this.#scheduler.waiting === 0) return;
    for (const { place } of this.#scheduler.overdue()) place?.worker.yield();
    this.#look ??= setTimeout(() => {
      this.#look = undefined;
      this.#dispatch();
    }, SLICE_MS);
  }

  #start(job: PoolJob, worker: PoolWorker): void {
    const watchdog = new Watchdog({
      limitMs: this.#options.watchdogMs,
      threadTime: (maxAgeMs) => worker.threadTime(maxAgeMs),
      bark: () => this.#stopByWatchdog(job, worker),
    });
    job.place = { worker, watchdog };
    this.#running.set(worker, job);
    worker.start(job, (end) => {
      this.#leave(job);
      this.#settle(job, end);
      this.#crew.giveBack(worker, job);
    });
  }

  /** The job has left its worker. */
  #leave(job: PoolJob): void {
    clearTimeout(job.grace);
    if (job.place === null) return;
    job.place.watchdog.stop();
    this.#running.delete(job.place.worker);
    job.place = null;
    this.#scheduler.stopped(job);
  }

  #settle(job: PoolJob, end: JobEnd): void {
    if (end.kind === "yielded" && !job.cancelled) {
      this.#counts.runsYielded += 1;
      job.progress = end.progress;
      return this.#scheduler.putBack(job);
    }
    this.#scheduler.finished(job, { cutShort: job.cancelled });
    if (job.cancelled || end.kind === "yielded") return;
    if (end.result === null) {
      return job.reject(new SandboxError("WORKER_LOST", "The run was given up without being asked to be"));
    }
    this.#counts.batches += 1;
    job.resolve(end.result);
  }

  #cancel(job: PoolJob, reason: unknown): void {
    if (job.cancelled) return;
    job.cancelled = true;
    this.#counts.runsCancelled += 1;
    job.reject(reason);
    if (job.place === null) {
      this.#scheduler.remove(job);
      return this.#scheduler.finished(job, { cutShort: true });
    }
    const { worker } = job.place;
    worker.cancel();
    worker.yield();
    if (job.sparesWorker) return;
    job.grace = setTimeout(() => this.#lose(job, worker), this.#options.cancelGraceMs);
  }

  #stopByWatchdog(job: PoolJob, worker: PoolWorker): void {
    this.#counts.watchdogStops += 1;
    const limit = `${this.#options.watchdogMs} ms of processor time`;
    this.#tell("watchdog", `A run took ${limit} before its fuel ended it; its worker was replaced and it runs again`);
    this.#lose(job, worker);
  }

  /** Ends the worker of a job, which then runs elsewhere. */
  #lose(job: PoolJob, worker: PoolWorker): void {
    this.#leave(job);
    this.#crew.replace(worker, job);
    this.#runElsewhere(job);
  }

  #onLost(worker: PoolWorker, reason: string): void {
    this.#counts.workersLost += 1;
    this.#tell("worker_lost", `A sandbox worker ended by itself: ${reason}`);
    const job = this.#running.get(worker);
    if (job === undefined) return this.#crew.fill();
    this.#lose(job, worker);
  }

  /** The same calls are made again on another worker: what was lost is ours, and no verdict. */
  #runElsewhere(job: PoolJob): void {
    if (job.cancelled) return this.#scheduler.finished(job, { cutShort: true });
    job.losses += 1;
    if (job.losses < MAX_LOSSES) {
      this.#scheduler.putBack(job);
      return this.#dispatch();
    }
    this.#scheduler.finished(job, { cutShort: true });
    const message = `Cannot run: its worker was lost ${MAX_LOSSES} times though its fuel was not spent`;
    this.#tell("job_lost", `${message}. This is a fault of the sandbox: some work that it does costs too little fuel`);
    job.reject(new SandboxError("WORKER_LOST", message));
  }

  #onRestored({ pages, leaked }: { readonly pages: number | null; readonly leaked: boolean }): void {
    if (pages === null) this.#counts.freshInstances += 1;
    if (!leaked) return;
    this.#counts.leaks += 1;
    this.#tell("leak", "A restored interpreter differed from its image; its worker now makes a new one for each batch");
  }

  #onStartFailed(reason: string): void {
    this.#counts.startFailures += 1;
    this.#tell("start_failed", `A sandbox worker could not be started and will be tried again: ${reason}`);
    if (!this.#crew.isHopeless) return;
    for (const job of this.#scheduler.drain()) job.reject(noWorker());
  }
}

/** Nobody is kept waiting for something that may take long to come back. */
function noWorker(): SandboxError {
  return new SandboxError("NO_WORKER", "Cannot run: no sandbox worker can be started now; it is tried again and again");
}
