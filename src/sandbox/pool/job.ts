/** What the pool is asked to do, and what has become of it so far. */
import type { Batch, BatchResult, RunOptions } from "../sandbox.ts";
import type { PoolWorker } from "./pool-worker.ts";
import type { Schedulable } from "./scheduler.ts";
import type { Watchdog } from "./watchdog.ts";

/** Where a job runs just now. */
export interface JobPlace {
  readonly worker: PoolWorker;
  readonly watchdog: Watchdog;
}

export interface PoolJob extends Schedulable {
  readonly batch: Batch;
  /** Whether its worker goes on, should it be cancelled and not notice. */
  readonly sparesWorker: boolean;
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (reason: unknown) => void;
  /** What the worker that made room last had done of it. */
  progress: unknown;
  /** Workers lost while they ran it. */
  losses: number;
  place: JobPlace | null;
  cancelled: boolean;
  /** Ends the worker of a job that does not notice that it was cancelled. */
  grace: NodeJS.Timeout | undefined;
}

interface JobEvents {
  readonly begin: (job: PoolJob) => void;
  readonly cancel: (job: PoolJob, reason: unknown) => void;
}

/** Makes a job and begins it. @returns what it gives */
export function runJob(batch: Batch, options: RunOptions, events: JobEvents): Promise<BatchResult> {
  const { signal, session = "", client = session, sparesWorker = false } = options;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => events.cancel(job, signal?.reason);
    const settled = (): void => signal?.removeEventListener("abort", onAbort);
    const job: PoolJob = {
      client,
      session,
      isCheck: batch.calls.length === 0,
      batch,
      sparesWorker,
      resolve: (result) => {
        settled();
        resolve(result);
      },
      reject: (reason) => {
        settled();
        reject(reason);
      },
      usedMs: 0,
      progress: undefined,
      losses: 0,
      place: null,
      cancelled: false,
      grace: undefined,
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    events.begin(job);
  });
}
