/**
 * Sees to it that no submission can make its own grade impossible: where it has cost workers in one try after the other,
 * what it was to be run for counts as calls that ended badly, once the sandbox has shown that it does serve others.
 */

import type { Batch, BatchResult, Sandbox } from "../sandbox/sandbox.ts";
import { SandboxError } from "../sandbox/sandbox.ts";
import { Source } from "../sandbox/source.ts";
import { NEVER_RAN } from "../words/caller-words.ts";

/** Tries at a grade, each of which lost workers, after which the next is the last. A worker is lost three times in each. */
export const TRIES_IN_VAIN = 5;

export interface LastResortOptions {
  /** What is handed in. */
  readonly source: Source;
  /** Writes a text as it stands in calls of programs of ours. */
  readonly quote: (text: string) => string;
  /** A run that has nothing to do with the text; where it fails too, the sandbox is at fault. */
  readonly control: () => Promise<unknown>;
}

/**
 * The sandbox for the last try. A run of the text, or of what its numbers and texts were put into, that loses its workers
 * is answered with calls that ended in a crash; any other failure, and any other run's, goes on as it is.
 */
export function lastResort(sandbox: Sandbox, { source, quote, control }: LastResortOptions): Sandbox {
  const run: Sandbox["run"] = async (batch, options) => {
    try {
      return await sandbox.run(batch, options);
    } catch (error) {
      if (!isLoss(error) || !concerns(batch, { source, quote })) throw error;
      await control();
      return lostResult(batch);
    }
  };
  return {
    run,
    // It is somebody else's to close.
    async close() {},
  };
}

/** Whether the workers of a run were lost, however often it was made. */
export function isLoss(error: unknown): boolean {
  return error instanceof SandboxError && error.code === "WORKER_LOST";
}

/** A text is run as a module, or given to a program of ours as a literal. */
function concerns({ code, calls }: Batch, handedIn: Pick<LastResortOptions, "source" | "quote">): boolean {
  if (code instanceof Source && code.equals(handedIn.source)) return true;
  const quoted = [...handedIn.source.files.values()].map(handedIn.quote);
  return calls.some(({ source }) => quoted.some((text) => source.includes(text)));
}

function lostResult({ calls }: Batch): BatchResult {
  return { syntax: null, outcomes: calls.map(() => ({ kind: "crash", reason: NEVER_RAN, stdout: "" })), fuel: 0 };
}
