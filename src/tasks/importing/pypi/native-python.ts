/** Runs commands of the Python that is installed on this machine, for what the sandbox has no part in. */
import { spawn } from "node:child_process";
import { UnreadableImportError } from "../raw-program.ts";

export interface NativeOptions {
  readonly cwd: string;
  /** Beside what this process has. */
  readonly env?: Readonly<Record<string, string>>;
  /** After so long it is asked to stop as by a key, and ended a little later. */
  readonly seconds: number;
  readonly signal?: AbortSignal;
}

export interface NativeResult {
  /** Null where it was stopped. */
  readonly code: number | null;
  readonly stdout: string;
  /** The end of what it said of errors. */
  readonly stderr: string;
}

const USUAL_PYTHON = "python3";
const MOST_ERROR_TEXT = 4000;
const MOST_OUTPUT = 64 * 1024 * 1024;
/** Between the request to stop and the end. */
const GRACE_MS = 30_000;

/** The interpreter: what PYTHON names, else `python3`. */
export function nativePython(): string {
  return process.env.PYTHON || USUAL_PYTHON;
}

/** @throws UnreadableImportError where there is no such program; the signal's reason */
export async function runNative(
  [program = "", ...args]: readonly string[],
  { cwd, env, seconds, signal }: NativeOptions,
): Promise<NativeResult> {
  signal?.throwIfAborted();
  // A group of its own, so that what it starts ends with it.
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (stdout.length < MOST_OUTPUT) stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-MOST_ERROR_TEXT);
  });
  const end = () => endGroup(child.pid);
  const late = setTimeout(() => child.kill("SIGINT"), seconds * 1000);
  const tooLate = setTimeout(end, seconds * 1000 + GRACE_MS);
  signal?.addEventListener("abort", end);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", (error) => reject(cannotStart(program, error)));
      // What is left of the group holds the pipes open.
      child.once("exit", end);
      child.once("close", resolve);
    });
    signal?.throwIfAborted();
    return { code, stdout, stderr };
  } finally {
    clearTimeout(late);
    clearTimeout(tooLate);
    signal?.removeEventListener("abort", end);
  }
}

function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}

function cannotStart(program: string, error: Error): UnreadableImportError {
  return new UnreadableImportError(
    `Cannot run ${program} (${error.message}): a library is fetched and its tests are run by a Python of yours, 3.11 or ` +
      "newer, with pip and venv. Install one, or name it in PYTHON.",
  );
}
