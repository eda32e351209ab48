/** What passes between the pool and its workers. */
import type { Batch, BatchResult } from "../sandbox.ts";

export interface BatchMessage {
  readonly id: number;
  readonly batch: Batch;
}

export type WorkerMessage =
  | { readonly kind: "ready" }
  | {
      readonly kind: "done";
      readonly id: number;
      /** Null when the batch was cancelled. */
      readonly result: BatchResult | null;
      /** Most memory the worker's interpreter has used since the worker started, in bytes. */
      readonly highWaterBytes: number;
    }
  /** What happened to the interpreter after the last answer, while the worker was idle. */
  | { readonly kind: "restored"; readonly pages: number | null; readonly leaked: boolean };

/** Index of the flag, in the memory shared with a worker, that tells it to give up the batch with that id. */
export const CANCEL_FLAG = 0;
