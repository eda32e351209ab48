/** A step that was not taken: why, and of an edit what it would have made of the file. */
import type { RecordedStep } from "../../../src/protocol/episode-record.ts";
import { isRefused } from "../../../src/protocol/observation.ts";
import { fileTextAt, ONLY_FILE } from "./program-files.ts";
import { observationAt, type Trace } from "./trace.ts";

export interface AttemptedEdit {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface RefusedStep {
  /** As the player was told; empty where that is left out. */
  readonly reason: string;
  /** Null where it was no edit, or is left out. */
  readonly edit: AttemptedEdit | null;
}

/** @returns null of a step that was taken, and of the beginning */
export function refusedAt(trace: Trace, step: number): RefusedStep | null {
  const taken = trace.steps[step - 1];
  if (taken === undefined || !isRefused(taken.observation)) return null;
  const { last_execution_output } = taken.observation;
  const { path } = observationAt(trace, step - 1);
  const named = taken.action.path;
  const file = typeof named === "string" && named !== "" ? named : (path ?? ONLY_FILE);
  return { reason: last_execution_output, edit: attemptedEdit(fileTextAt(trace, step - 1, file) ?? [], taken.action) };
}

/** @param file its lines before the edit; none where they are not known */
function attemptedEdit(file: readonly string[], action: RecordedStep["action"]): AttemptedEdit | null {
  const { start_line, end_line = start_line, new_code_block, old_code_block } = action;
  if (typeof new_code_block !== "string") return null;
  const block = blockLines(new_code_block);
  if (typeof old_code_block === "string") {
    const parts = file.join("\n").split(old_code_block);
    const [head, tail] = parts;
    // A text that is not there, or more than once, has no place to be shown at.
    if (parts.length !== 2 || old_code_block === "") return { before: blockLines(old_code_block), after: block };
    return { before: file, after: `${head}${new_code_block}${tail}`.split("\n") };
  }
  if (typeof start_line !== "number" || typeof end_line !== "number") return { before: [], after: block };
  const isInFile = start_line >= 1 && start_line <= file.length + 1 && end_line >= start_line - 1;
  if (!isInFile || end_line > file.length) return { before: [], after: block };
  return { before: file, after: [...file.slice(0, start_line - 1), ...block, ...file.slice(end_line)] };
}

/** A last line break ends the last line. */
function blockLines(block: string): readonly string[] {
  if (block === "") return [];
  return (block.endsWith("\n") ? block.slice(0, -1) : block).split("\n");
}
