/** The verb `tracefix tasks validate`: proves tasks sound and prints what each bug fails. */

import type { Writable } from "node:stream";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import { BrokenProgramError } from "../tasks/broken-program.ts";
import { openFolders } from "../tasks/supply/folder-source.ts";
import { formatReport } from "../tasks/validate-report.ts";
import { UnknownNameError, validateTaskSet } from "../tasks/validate-task-set.ts";
import { type OpenSandboxes, openSandboxes } from "./open-sandboxes.ts";

export interface TasksValidateOptions {
  /** Folders of folders `<language>/<program>`. */
  readonly roots: readonly string[];
  /** Tasks or programs to validate; empty means all. */
  readonly names: readonly string[];
  /** Print one JSON document instead of the table. */
  readonly json: boolean;
  /** Threads that run the programs; default one a core. */
  readonly workers?: number;
  /** Where progress and errors go, apart from the report. */
  readonly log: Writable;
  readonly signal?: AbortSignal;
}

/** @returns the exit code: 0 if all are sound, 1 if not, 2 if nothing could be validated. */
export async function tasksValidate(options: TasksValidateOptions, output: Writable): Promise<number> {
  const { roots, names, json, workers, log, signal } = options;
  let sandboxes: OpenSandboxes | null = null;
  try {
    const source = await openFolders(roots);
    sandboxes = await openSandboxes([...LANGUAGE_PACKS.values()], { ...(workers !== undefined && { workers }) });
    const report = await validateTaskSet(source, sandboxes.sandboxFor, {
      names,
      atOnce: 2 * (workers ?? availableCores()),
      ...(signal && { signal }),
      onProgress: ({ task }, { done, total }) => log.write(`[${done}/${total}] ${task}\n`),
    });
    output.write(json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report));
    return report.sound ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BrokenProgramError) && !(error instanceof UnknownNameError)) throw error;
    log.write(`${error.message}\n`);
    return 2;
  } finally {
    await sandboxes?.close();
  }
}
