/** One worker of the pool as the pool sees it: a thread that runs one job at a time. */
import { Worker } from "node:worker_threads";
import type { BatchResult, Comparison } from "../sandbox.ts";
import { CANCEL_FLAG, type JobMessage, type WorkerMessage } from "./worker-messages.ts";

/** MiB for what lives shortly, which is all that a job makes; left to itself the engine takes eight times as much. */
const YOUNG_MB = 6;

/** How a worker is started: its script and what it needs to become ready. */
export interface WorkerSpec {
  readonly script: URL;
  readonly data: Readonly<Record<string, unknown>>;
  readonly stackSizeMb: number;
}

export interface PoolWorkerEvents {
  /** The worker can take a job. */
  idle(worker: PoolWorker): void;
  /** The worker is gone, with the job it was running, if any. */
  lost(worker: PoolWorker, reason: string): void;
  restored(report: { readonly pages: number | null; readonly leaked: boolean }): void;
}

interface Running {
  readonly id: number;
  readonly settle: (results: readonly BatchResult[] | null) => void;
}

export class PoolWorker {
  readonly #thread: Worker;
  readonly #cancelFlag = new Int32Array(new SharedArrayBuffer(8));
  #running: Running | null = null;
  #lastId = 0;
  #highWaterBytes = 0;
  #gone = false;

  constructor(spec: WorkerSpec, events: PoolWorkerEvents) {
    this.#thread = new Worker(spec.script, {
      workerData: { ...spec.data, cancelFlag: this.#cancelFlag },
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

  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** Most memory the worker's interpreter has used since the worker started, in bytes. */
  get highWaterBytes(): number {
    return this.#highWaterBytes;
  }

  /** Runs a job; `settle` is called once with its results, or with null when it was cancelled. */
  start(work: Comparison, settle: Running["settle"]): void {
    if (this.#running !== null) throw new Error("A worker runs one job at a time");
    this.#lastId += 1;
    this.#running = { id: this.#lastId, settle };
    const message: JobMessage = { id: this.#lastId, work };
    this.#thread.postMessage(message);
  }

  /** Asks the worker to give up its job at the next look: often, while Python runs; not at all inside a long C loop. */
  cancel(): void {
    if (this.#running !== null) Atomics.store(this.#cancelFlag, CANCEL_FLAG, this.#running.id);
  }

  async terminate(): Promise<void> {
    this.#gone = true;
    await this.#thread.terminate();
  }

  #receive(message: WorkerMessage, events: PoolWorkerEvents): void {
    switch (message.kind) {
      case "ready":
        return events.idle(this);
      case "restored":
        return events.restored(message);
      case "done": {
        this.#highWaterBytes = message.highWaterBytes;
        const running = this.#running;
        if (running === null || running.id !== message.id) return;
        this.#running = null;
        running.settle(message.results);
        return events.idle(this);
      }
    }
  }

  #lose(events: PoolWorkerEvents, reason: string): void {
    if (this.#gone) return;
    this.#gone = true;
    events.lost(this, reason);
  }
}
