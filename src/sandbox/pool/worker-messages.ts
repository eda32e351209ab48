/** What passes between the pool and its workers. */
import type { Batch, BatchResult } from "../sandbox.ts";

/** What a worker is asked to run. */
export interface JobMessage {
  readonly id: number;
  readonly batch: Batch;
  /** What a worker that yielded this batch had done of it; absent at the first start. */
  readonly progress?: unknown;
}

export type WorkerMessage =
  | {
      readonly kind: "ready";
      /** The operating system's number of the worker's thread, as `ownThread` gives it. */
      readonly thread?: string | null;
    }
  | {
      readonly kind: "done";
      readonly id: number;
      /** Null when the job was cancelled. */
      readonly result: BatchResult | null;
      /** Most memory the worker's interpreter has used since the worker started, in bytes. */
      readonly highWaterBytes: number;
    }
  /** The worker stopped between two calls, as it was asked to, after one call at least. */
  | {
      readonly kind: "yielded";
      readonly id: number;
      /** What is done, for whichever worker goes on with it; only workers look inside. */
      readonly progress: unknown;
      readonly highWaterBytes: number;
    }
  /** What happened to the interpreter after a batch. */
  | { readonly kind: "restored"; readonly pages: number | null; readonly leaked: boolean };

/** Index of the flag, in the memory shared with a worker, that tells it to give up the job with that id. */
export const CANCEL_FLAG = 0;
/** Index of the flag that tells it to stop the job with that id between two calls, and to say how far it came. */
export const YIELD_FLAG = 1;
