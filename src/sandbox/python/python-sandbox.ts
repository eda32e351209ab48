/** Opens the sandbox for Python: a pool of workers, each with a sealed interpreter over one shared image. */
import { availableCores } from "../pool/available-cores.ts";
import type { SandboxOptions } from "../pool/pool-options.ts";
import { WorkerPool } from "../pool/worker-pool.ts";
import { STACK_MB } from "./constants.ts";
import type { SandboxImage } from "./image-format.ts";
import { loadImage } from "./image-store.ts";
import type { PythonWorkerData } from "./worker.ts";

export interface PythonSandboxOptions extends SandboxOptions {
  /** What the interpreters begin with; loaded here if left out. */
  readonly image?: Promise<SandboxImage>;
  readonly watchdogMs?: number;
  /** One restore in this many is checked against the image byte by byte; 0 checks none. Default 1,000. */
  readonly compareEvery?: number;
  /** How interpreters are restored between batches: by what was written (default), or by copying everything. */
  readonly restore?: "dirty" | "full";
}

const MEBIBYTE = 1024 * 1024;

/** @throws SandboxError IMAGE_UNUSABLE when the image is missing or damaged */
export async function openPythonSandbox(options: PythonSandboxOptions = {}): Promise<WorkerPool> {
  const image = await (options.image ?? loadImage());
  const data: PythonWorkerData = {
    image,
    compareEvery: options.compareEvery ?? 1000,
    restore: options.restore ?? "dirty",
    nice: options.nice ?? 0,
  };
  return new WorkerPool({
    worker: { script: workerScript(), data: { ...data }, stackSizeMb: STACK_MB },
    workers: options.workers ?? availableCores(),
    queueCapacity: options.queueCapacity ?? 65_536,
    watchdogMs: options.watchdogMs ?? 60_000,
    cancelGraceMs: 2_000,
    maxWorkerBytes: 96 * MEBIBYTE,
    ...(options.startDelayMs !== undefined && { startDelayMs: options.startDelayMs }),
    ...(options.onIncident && { onIncident: options.onIncident }),
  });
}

/** Threads need JavaScript: where the sources run as they are, the worker comes from the build beside them. */
function workerScript(): URL {
  const inSources = import.meta.url.endsWith(".ts");
  return new URL(inSources ? "../../../dist/sandbox/python/worker.js" : "./worker.js", import.meta.url);
}
