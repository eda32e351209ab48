/** The thread in which guests run: takes jobs, answers, and restores the interpreter while nobody waits. */
import { getPriority, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { ownThread } from "../pool/thread-time.ts";
import { CANCEL_FLAG, type JobMessage, type WorkerMessage } from "../pool/worker-messages.ts";
import type { BatchResult, Comparison } from "../sandbox.ts";
import { AheadCompiler } from "./ahead-compiler.ts";
import type { SandboxImage } from "./image-format.ts";
import { Interpreter } from "./interpreter.ts";
import { BatchCancelled, runBatch } from "./run-batch.ts";

export interface PythonWorkerData {
  readonly image: SandboxImage;
  /** One restore in this many is checked by comparing all of memory; 0 checks none. */
  readonly compareEvery: number;
  /** Copy back only what was written, or everything. */
  readonly restore: "dirty" | "full";
  /** How far the thread stands back from others, as `nice` counts. */
  readonly nice: number;
}

const {
  image,
  compareEvery,
  restore: mode,
  nice,
  cancelFlag,
}: PythonWorkerData & { cancelFlag: Int32Array } = workerData;
const port = parentPort;
if (port === null) throw new Error("This file is the script of a sandbox worker: it cannot run by itself");

/** The id of the job under way; the flag holds 0 until something is cancelled, and ids begin at 1. */
let runningId = -1;
let restores = 0;
/** Set once a compare found a difference: from then on every batch gets a new instance. */
let distrustful = false;
const interpreter = new Interpreter(image, () => Atomics.load(cancelFlag, CANCEL_FLAG) === runningId);

const ahead = new AheadCompiler(interpreter);

const send = (message: WorkerMessage): void => port.postMessage(message);

function run({ id, work }: JobMessage): void {
  runningId = id;
  send({ kind: "done", id, results: runAll(work), highWaterBytes: interpreter.highWaterBytes });
  restore();
}

/** Null when it was cancelled. The interpreter is left as the last batch left it. */
function runAll({ codes, ...rest }: Comparison): readonly BatchResult[] | null {
  try {
    return codes.map((code, index) => {
      if (index > 0) restore();
      return runBatch(interpreter, { code, ...rest }, ahead);
    });
  } catch (error) {
    if (error instanceof BatchCancelled) return null;
    throw error;
  }
}

function restore(): void {
  if (distrustful) return interpreter.renew();
  const pages = mode === "full" ? interpreter.restoreFully() : interpreter.restore();
  restores += 1;
  const leaked = compareEvery > 0 && restores % compareEvery === 0 && interpreter.findDifference() !== null;
  if (leaked) {
    distrustful = true;
    interpreter.renew();
    ahead.clear();
  }
  if (leaked || pages === null) send({ kind: "restored", pages, leaked });
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
