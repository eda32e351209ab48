/** What a pool is made with, and what it tells of itself. */
import type { WorkerSpec } from "./pool-worker.ts";

export interface PoolOptions {
  readonly worker: WorkerSpec;
  readonly workers: number;
  /** How long the first workers wait to be started, unless a batch comes first; default not at all. */
  readonly startDelayMs?: number;
  /** Batches that may wait; more are refused with QUEUE_FULL. */
  readonly queueCapacity: number;
  /** Processor time that a job may take at one go, a last resort: fuel should always end it first. */
  readonly watchdogMs: number;
  /** How long a cancelled batch may take to notice before its worker is ended. */
  readonly cancelGraceMs: number;
  /** A worker whose interpreter has used more memory than this is replaced. */
  readonly maxWorkerBytes: number;
  readonly onIncident?: (incident: PoolIncident) => void;
}

/** What may be asked of a sandbox that is opened. */
export interface SandboxOptions {
  /** Threads that run guests; default one a core that this process may use. */
  readonly workers?: number;
  readonly queueCapacity?: number;
  /** How far the workers stand back from other programs, as `nice` counts; default 0, not at all. Linux only. */
  readonly nice?: number;
  /** How long the workers wait to be started, unless a batch comes first; default not at all. */
  readonly startDelayMs?: number;
  /** Told of what an operator should know: a lost worker, a watchdog's stop, a failed compare. */
  readonly onIncident?: (incident: PoolIncident) => void;
}

/** Something that should not happen, and that the pool has dealt with. */
export interface PoolIncident {
  readonly kind: "watchdog" | "worker_lost" | "job_lost" | "start_failed" | "leak";
  readonly message: string;
}

/** Counts since the pool opened, and what is going on now. */
export interface PoolMetrics {
  readonly workers: number;
  /** Workers that are up; fewer than there should be while some are being replaced or cannot be started. */
  readonly available: number;
  readonly busy: number;
  readonly queued: number;
  readonly batches: number;
  /** Runs that made room for others between two calls. */
  readonly runsYielded: number;
  /** Runs that were given up because their caller was gone or would wait no longer. */
  readonly runsCancelled: number;
  readonly watchdogStops: number;
  readonly workersLost: number;
  readonly workersRecycled: number;
  readonly startFailures: number;
  /** Batches after which the interpreter could not be restored and was made again. */
  readonly freshInstances: number;
  /** Sampled full compares that found a difference after a restore; must stay 0. */
  readonly leaks: number;
}
