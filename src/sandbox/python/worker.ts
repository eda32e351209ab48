/** The thread in which guests run: takes batches, answers, and restores the interpreter while nobody waits. */
import { parentPort, workerData } from "node:worker_threads";
import { type BatchMessage, CANCEL_FLAG, type WorkerMessage } from "../pool/worker-messages.ts";
import type { SandboxImage } from "./image-format.ts";
import { Interpreter } from "./interpreter.ts";
import { BatchCancelled, runBatch } from "./run-batch.ts";

export interface PythonWorkerData {
  readonly image: SandboxImage;
  /** One restore in this many is checked by comparing all of memory; 0 checks none. */
  readonly compareEvery: number;
  /** Copy back only what was written, or everything. */
  readonly restore: "dirty" | "full";
}

const { image, compareEvery, restore: mode, cancelFlag }: PythonWorkerData & { cancelFlag: Int32Array } = workerData;
const port = parentPort;
if (port === null) throw new Error("This file is the script of a sandbox worker: it cannot run by itself");

/** The id of the batch under way; the flag holds 0 until something is cancelled, and ids begin at 1. */
let runningId = -1;
let restores = 0;
/** Set once a compare found a difference: from then on every batch gets a new instance. */
let distrustful = false;
const interpreter = new Interpreter(image, () => Atomics.load(cancelFlag, CANCEL_FLAG) === runningId);

const send = (message: WorkerMessage): void => port.postMessage(message);

function run({ id, batch }: BatchMessage): void {
  runningId = id;
  let result = null;
  try {
    result = runBatch(interpreter, batch);
  } catch (error) {
    if (!(error instanceof BatchCancelled)) throw error;
  }
  send({ kind: "done", id, result, highWaterBytes: interpreter.highWaterBytes });
  restore();
}

function restore(): void {
  if (distrustful) return interpreter.renew();
  const pages = mode === "full" ? interpreter.restoreFully() : interpreter.restore();
  restores += 1;
  const leaked = compareEvery > 0 && restores % compareEvery === 0 && interpreter.findDifference() !== null;
  if (leaked) {
    distrustful = true;
    interpreter.renew();
  }
  if (leaked || pages === null) send({ kind: "restored", pages, leaked });
}

port.on("message", run);
warmUp();
send({ kind: "ready" });

/** The engine compiles functions when they first run; better before a batch than within one. */
function warmUp(): void {
  runBatch(interpreter, { code: "def f(x):\n    return [x]\n", calls: [{ source: "f(1)", seed: 0 }] });
  interpreter.restore();
}
