/** One worker of the pool as the pool sees it: a thread that runs one job at a time. */
import { Worker } from "node:worker_threads";
import type { Batch, BatchResult } from "../sandbox.ts";
import { threadTime } from "./thread-time.ts";
import { CANCEL_FLAG, type JobMessage, type WorkerMessage, YIELD_FLAG } from "./worker-messages.ts";

/** MiB for what lives shortly, which is all that a job makes; left to itself the engine takes eight times as much. */
const YOUNG_MB = 6;

/** How a worker is started: its script and what it needs to become ready. */
export interface WorkerSpec {
  readonly script: URL;
  readonly data: Readonly<Record<string, unknown>>;
  readonly stackSizeMb: number;
}

export interface PoolWorkerEvents {
  /** The worker can take its first job. */
  ready(worker: PoolWorker): void;
  /** The worker is gone, with the job it was running, if any. */
  lost(worker: PoolWorker, reason: string): void;
  restored(report: { readonly pages: number | null; readonly leaked: boolean }): void;
}

export interface WorkerJob {
  readonly batch: Batch;
  /** What `yielded` gave, where the batch was begun before. */
  readonly progress: unknown;
}

/** How a job left its worker. */
export type JobEnd =
  /** The result is null when the job was cancelled. */
  | { readonly kind: "done"; readonly result: BatchResult | null }
  | { readonly kind: "yielded"; readonly progress: unknown };

interface Running {
  readonly id: number;
  readonly settle: (end: JobEnd) => void;
}

export class PoolWorker {
  readonly #thread: Worker;
  readonly #flags = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  #systemThread: string | null = null;
  #threadTime: number | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #running: Running | null = null;
  #lastId = 0;
  #highWaterBytes = 0;
  #gone = false;

  /** @throws Error where the system has no thread to give; most of what is wrong comes as `lost` instead */
  constructor(spec: WorkerSpec, events: PoolWorkerEvents) {
    this.#thread = new Worker(spec.script, {
      workerData: { ...spec.data, cancelFlag: this.#flags },
      resourceLimits: { stackSizeMb: spec.stackSizeMb, maxYoungGenerationSizeMb: YOUNG_MB },
      // The guest's output is captured; whatever else a worker printed would be a leak into our own.
      stdin: false,
      stdout: false,
      stderr: false,
    });
    this.#thread.on("message", (message: WorkerMessage) => this.#receive(message, events));
    this.#thread.on("error", (error) => this.#lose(events, error.message));
    this.#thread.on("exit", (code) => this.#lose(events, `it exited with code ${code}`));
  }

  /** Most memory the worker's interpreter has used since the worker started, in bytes. */
  get highWaterBytes(): number {
    return this.#highWaterBytes;
  }

  /**
   * Milliseconds of processor time the worker has used; null where that is unknown.
   * @param maxAgeMs how old the figure may be: a new one costs a look at a file
   */
  threadTime(maxAgeMs: number): number | null {
    if (this.#systemThread === null) return null;
    const now = performance.now();
    if (now - this.#lookedAt > maxAgeMs) {
      this.#lookedAt = now;
      this.#threadTime = threadTime(this.#systemThread);
    }
    return this.#threadTime;
  }

  /** Runs a job; `settle` is called once, when the worker may be given another. */
  start({ batch, progress }: WorkerJob, settle: Running["settle"]): void {
    if (this.#running !== null) throw new Error("A worker runs one job at a time");
    this.#lastId += 1;
    this.#running = { id: this.#lastId, settle };
    const message: JobMessage = { id: this.#lastId, batch, ...(progress !== undefined && { progress }) };
    this.#thread.postMessage(message);
  }

  /** Asks the worker to give up its job at the next look: often, while a program runs; not at all inside a long built-in. */
  cancel(): void {
    if (this.#running !== null) Atomics.store(this.#flags, CANCEL_FLAG, this.#running.id);
  }

  /** Asks the worker to stop its job between two calls, so that another can run; a job of one call is not stopped. */
  yield(): void {
    if (this.#running !== null) Atomics.store(this.#flags, YIELD_FLAG, this.#running.id);
  }

  async terminate(): Promise<void> {
    this.#gone = true;
    await this.#thread.terminate();
  }

  #receive(message: WorkerMessage, events: PoolWorkerEvents): void {
    if (this.#gone) return;
    switch (message.kind) {
      case "ready":
        this.#systemThread = message.thread ?? null;
        return events.ready(this);
      case "restored":
        return events.restored(message);
      case "done":
        return this.#end(message, { kind: "done", result: message.result });
      case "yielded":
        return this.#end(message, { kind: "yielded", progress: message.progress });
    }
  }

  #end(message: { readonly id: number; readonly highWaterBytes: number }, end: JobEnd): void {
    this.#highWaterBytes = message.highWaterBytes;
    const running = this.#running;
    if (running?.id !== message.id) return;
    this.#running = null;
    running.settle(end);
  }

  #lose(events: PoolWorkerEvents, reason: string): void {
    if (this.#gone) return;
    this.#gone = true;
    events.lost(this, reason);
  }
}
