/**
 * The files of a program, as far as an episode has shown them. An observation holds one file whole; what the others held
 * follows from what was shown before, for only edits and their taking back change a file.
 */
import { kindOf } from "../../../src/protocol/action-table.ts";
import type { RecordedStep } from "../../../src/protocol/episode-record.ts";
import { type CodeObservation, isRefused, type ProgramFileState } from "../../../src/protocol/observation.ts";
import { actionTypeOf } from "../../../src/protocol/plain-action.ts";
import { fileLines } from "./line-edit.ts";
import { observationAt, type Trace } from "./trace.ts";

/** What the only file of a program is called here. */
export const ONLY_FILE = "";

/** Texts that are known, by path. */
type KnownTexts = ReadonlyMap<string, readonly string[]>;

/** All files after so many steps, in the order of their paths; a program of one file has none to choose from. */
export function filesAt(trace: Trace, step: number): readonly ProgramFileState[] {
  return observationAt(trace, step).files ?? [];
}

/** The path of the file that was shown after so many steps. */
export function shownPathAt(trace: Trace, step: number): string {
  return pathOf(observationAt(trace, step));
}

/** A file's lines after so many steps; null where the episode has not shown them. */
export function fileTextAt(trace: Trace, step: number, path: string): readonly string[] | null {
  const { given, after } = knownTexts(trace);
  const known = after[Math.min(step, trace.steps.length)]?.get(path);
  if (known !== undefined) return known;
  const isGiven = filesAt(trace, step).some((file) => file.path === path && !file.changed);
  return (isGiven && given.get(path)) || null;
}

/** A file's lines as the episode began; null where it has not shown them. */
export function givenTextOf(trace: Trace, path: string): readonly string[] | null {
  return fileTextAt(trace, 0, path);
}

/** Whether any file differs from what was given. */
export function isEditedAt(trace: Trace, step: number): boolean {
  const files = filesAt(trace, step);
  if (files.length > 0) return files.some(({ changed }) => changed);
  const given = fileTextAt(trace, 0, ONLY_FILE) ?? [];
  // Where the code is left out, what was done to it is told all the same.
  if (given.length === 0) return isEditedBy(trace.steps.slice(0, step));
  return given.join("\n") !== (fileTextAt(trace, step, ONLY_FILE) ?? []).join("\n");
}

/** Whether edits stand that were not taken back, by the steps alone. */
function isEditedBy(steps: readonly RecordedStep[]): boolean {
  let isEdited = false;
  const past: boolean[] = [];
  for (const step of steps) {
    const changed = changeOf(step);
    if (changed === "undo") isEdited = past.pop() ?? false;
    if (changed === "edit" || changed === "reset") past.push(isEdited);
    if (changed === "edit") isEdited = true;
    if (changed === "reset") isEdited = false;
  }
  return isEdited;
}

interface Known {
  /** Of files that were seen as they were given, at whatever step. */
  readonly given: KnownTexts;
  /** What was changed or shown, after each number of steps. */
  readonly after: readonly KnownTexts[];
}

/** Traces grow by new objects, so what was worked out of one holds for good. */
const worked = new WeakMap<Trace, Known>();

function knownTexts(trace: Trace): Known {
  const before = worked.get(trace);
  if (before !== undefined) return before;
  const known = workOut(trace);
  worked.set(trace, known);
  return known;
}

function workOut({ initial, steps }: Trace): Known {
  const given = new Map<string, readonly string[]>();
  const note = (seen: CodeObservation): KnownTexts => {
    const path = pathOf(seen);
    const lines = fileLines(seen.code_dict);
    if (seen === initial || isUnchanged(seen, path)) given.set(path, lines);
    return new Map([[path, lines]]);
  };
  let now: KnownTexts = note(initial);
  const past: KnownTexts[] = [];
  const after = [now];
  for (const step of steps) {
    const changed = changeOf(step);
    if (changed === "undo") now = past.pop() ?? now;
    if (changed === "edit" || changed === "reset") past.push(now);
    // What was given is known by itself, wherever it was shown.
    if (changed === "reset") now = new Map();
    now = new Map([...now, ...note(step.observation)]);
    after.push(now);
  }
  return { given, after };
}

function pathOf({ path }: CodeObservation): string {
  return path ?? ONLY_FILE;
}

function isUnchanged({ files = [] }: CodeObservation, path: string): boolean {
  return files.some((file) => file.path === path && !file.changed);
}

/** What a step did to the way back through the edits. */
function changeOf({ action, observation }: RecordedStep): "edit" | "undo" | "reset" | null {
  const { metadata } = observation;
  if (!("fault" in metadata) || isRefused(observation)) return null;
  if (metadata.fault === "undo" || metadata.fault === "reset") return metadata.fault;
  const type = actionTypeOf(action);
  return type !== null && kindOf(type) === "writes" ? "edit" : null;
}
