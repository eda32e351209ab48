/** What passes between the pool and its workers. */
import type { BatchResult, Comparison } from "../sandbox.ts";

/** What a worker is asked to run: a batch for each module, one after the other. */
export interface JobMessage {
  readonly id: number;
  readonly work: Comparison;
  /** What a worker has made of it before it yielded. */
  readonly progress?: unknown;
}

export type WorkerMessage =
  | { readonly kind: "ready" }
  | {
      readonly kind: "done";
      readonly id: number;
      /** One for each module; null when the job was cancelled. */
      readonly results: readonly BatchResult[] | null;
      /** Most memory the worker's interpreter has used since the worker started, in bytes. */
      readonly highWaterBytes: number;
    }
  /** The job was stopped between two calls, because the flag asked for it: it goes on from `progress`, in any worker. */
  | { readonly kind: "yielded"; readonly id: number; readonly progress: unknown; readonly highWaterBytes: number }
  /** What happened to the interpreter after a batch. */
  | { readonly kind: "restored"; readonly pages: number | null; readonly leaked: boolean };

/** Index of the flag, in the memory shared with a worker, that tells it to give up the job with that id. */
export const CANCEL_FLAG = 0;
/** Index of the flag that tells it to yield the job with that id, once it has made a call. */
export const YIELD_FLAG = 1;
