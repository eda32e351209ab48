/** The thread in which guests run: takes jobs, answers, and restores the interpreter while nobody waits. */
import { getPriority, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { ownThread } from "../pool/thread-time.ts";
import { CANCEL_FLAG, type JobMessage, type WorkerMessage, YIELD_FLAG } from "../pool/worker-messages.ts";
import type { Batch } from "../sandbox.ts";
import { AheadCompiler } from "./ahead-compiler.ts";
import type { SandboxImage } from "./image-format.ts";
import { Interpreter } from "./interpreter.ts";
import { BatchCancelled } from "./module-run.ts";
import { Restorer } from "./restorer.ts";
import { type BatchEnd, type BatchProgress, runBatch, runBatchUntil } from "./run-batch.ts";

export interface PythonWorkerData {
  readonly image: SandboxImage;
  /** One restore in this many is checked by comparing all of memory; 0 checks none. */
  readonly compareEvery: number;
  /** Copy back only what was written, or everything. */
  readonly restore: "dirty" | "full";
  /** How far the thread stands back from others, as `nice` counts. */
  readonly nice: number;
}

/** A job as this worker's like has left it, if it has run before. */
type Job = JobMessage & { readonly progress?: BatchProgress };

const {
  image,
  compareEvery,
  restore: mode,
  nice,
  cancelFlag,
}: PythonWorkerData & { cancelFlag: Int32Array } = workerData;
const port = parentPort;
if (port === null) throw new Error("This file is the script of a sandbox worker: it cannot run by itself");

/** The id of the job under way; the flags hold 0 until something is asked for, and ids begin at 1. */
let runningId = -1;
const isAsked = (flag: number): boolean => Atomics.load(cancelFlag, flag) === runningId;
const interpreter = new Interpreter(image, () => isAsked(CANCEL_FLAG));
const ahead = new AheadCompiler(interpreter);
const restorer = new Restorer(interpreter, {
  compareEvery,
  mode,
  onSpecial: ({ pages, leaked }) => {
    if (leaked) ahead.clear();
    send({ kind: "restored", pages, leaked });
  },
});

const send = (message: WorkerMessage): void => port.postMessage(message);

function run({ id, batch, progress }: Job): void {
  runningId = id;
  const end = runUntilCancelled(batch, progress);
  const { highWaterBytes } = interpreter;
  if (end?.result === null) send({ kind: "yielded", id, progress: end.progress, highWaterBytes });
  else send({ kind: "done", id, result: end?.result ?? null, highWaterBytes });
  restorer.toImage();
}

/** Null when it was cancelled. */
function runUntilCancelled(batch: Batch, progress: BatchProgress | undefined): BatchEnd | null {
  try {
    return runBatchUntil(interpreter, batch, { ahead, restorer, progress, mustYield: () => isAsked(YIELD_FLAG) });
  } catch (error) {
    if (error instanceof BatchCancelled) return null;
    throw error;
  }
}

stepBack();
port.on("message", run);
warmUp();
send({ kind: "ready", thread: ownThread() });

/** The engine compiles functions when they first run; better before a batch than within one. */
function warmUp(): void {
  runBatch(interpreter, { code: "def f(x):\n    return [x]\n", calls: [{ source: "f(1)", seed: 0 }] });
  interpreter.restore();
}

/** An operator may want guests to take less of the processor than whatever else runs. */
function stepBack(): void {
  // Elsewhere than on Linux it is the whole process that would step back. Who is humbler already may not rise.
  if (process.platform !== "linux" || getPriority() >= nice) return;
  try {
    setPriority(nice);
  } catch {
    // A container may forbid it; then guests compete with the server as equals, which is no reason not to serve.
  }
}
