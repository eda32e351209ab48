/** What is said of an edit: that it was made, that it changed nothing, or why it could not be made. */

import { nameLines } from "../ground/name-lines.ts";
import { nameInForm, type PromptForm } from "../protocol/protocol.ts";
import { fileSize } from "./file-words.ts";
import { countLines } from "./lines.ts";

/** The lines that an edit names, as it names them. */
interface Range {
  readonly start: number;
  readonly end: number;
  /** What the file is called; null where it is the only one. */
  readonly file: string | null;
}

export interface AppliedEdit {
  /** Lines of the block, and of the file after it. */
  readonly block: number;
  readonly lines: number;
  /** What was put before lines of the block, in words; null if nothing was. */
  readonly indent: string | null;
  /** Whether the block's first line alone was moved. */
  readonly isFirstLine: boolean;
}

export function editApplied(edit: Range, { block, lines, indent, isFirstLine }: AppliedEdit): string {
  const by = `indented by ${indent}.`;
  const moved = isFirstLine
    ? ` The block's first line alone came flush left, so it was ${by}`
    : ` The block came flush left, so it was ${by}`;
  return `${made(edit, block)}${indent === null ? "" : moved} The file now has ${countLines(lines)}.`;
}

function made({ start, end, file }: Range, count: number): string {
  const of = ofFile(file);
  if (end < start) return `Inserted ${countLines(count)} at line ${start}${of}.`;
  if (count === 0) return `Deleted ${nameLines(start, end)}${of}.`;
  return `Replaced ${nameLines(start, end)}${of} with ${countLines(count)}.`;
}

export function editUnchanged({ start, end, file }: Range): string {
  const place = end < start ? `at line ${start}` : `in ${nameLines(start, end)}`;
  return `Nothing changed ${place}${ofFile(file)}: the file already reads so. Send text that differs.`;
}

/** Behind a place in it. */
function ofFile(file: string | null): string {
  return file === null ? "" : ` of ${file}`;
}

/** Why lines cannot be replaced in a file of so many. */
export const WRONG_RANGE = {
  countsFromOne: (edit: Range) => `${cannotReplace(edit)}: lines count from 1.`,
  emptyFile: (edit: Range) =>
    `${cannotReplace(edit)}: the file is empty. To write its first lines, send start_line 1 and end_line 0.`,
  outside: (edit: Range, count: number) => {
    const append = `start_line ${count + 1} and end_line ${count}`;
    return `${cannotReplace(edit)}: the file has ${countLines(count)}. To append after the last line, send ${append}.`;
  },
  backwards: (edit: Range) => {
    const insert = `To insert before line ${edit.start}, send end_line ${edit.start - 1}.`;
    return `${cannotReplace(edit)}: end_line is before start_line. ${insert}`;
  },
} as const;

function cannotReplace({ start, end, file }: Range): string {
  return `Cannot replace ${nameLines(start, end)}${ofFile(file)}`;
}

export function blockTooLarge(characters: number, allowedBytes: number): string {
  const size = `new_code_block has ${characters} characters, and a file may have ${allowedBytes} bytes.`;
  return `Cannot make the edit: ${size} Send a smaller block.`;
}

/** Why a file may not become so large. */
export const TOO_LARGE = {
  bytes: (bytes: number, allowed: number) => tooLarge(`${bytes} bytes`, allowed),
  json: (bytes: number, allowed: number) =>
    tooLarge(`${bytes} bytes as JSON, where control characters take six`, allowed),
  lines: (count: number, allowed: number) => tooLarge(countLines(count), allowed),
  program: (bytes: number, allowed: number) =>
    `Cannot make the edit: all files would have ${bytes} bytes together, and ${allowed} are allowed. Send a smaller block.`,
} as const;

function tooLarge(size: string, allowed: number): string {
  return `Cannot make the edit: the file would have ${size}, and ${allowed} are allowed. Send a smaller block.`;
}

export function historyTooLarge(characters: number, allowed: number): string {
  const size = `what this episode's edits have replaced would have ${characters} characters together`;
  return `Cannot make the edit: ${size}, and ${allowed} are allowed. Undo edits or submit.`;
}

export const NOTHING_TO_UNDO = "Cannot undo: there is no edit to take back.";

/** @param left edits that can be taken back after this one */
export function editTakenBack(lines: number, left: number, file: string | null = null): string {
  const more = left === 0 ? "No earlier edit is left." : `Earlier edits that can be taken back: ${left}.`;
  return `Took back the last edit. ${fileSize(lines, file)}. ${more}`;
}

export const NOTHING_TO_RESET = "Nothing to reset: the file is as it was given.";
export const NO_FILE_TO_RESET = "Nothing to reset: every file is as it was given.";

export function fileRestored(lines: number, form: PromptForm): string {
  return `Restored the file as it was given: ${countLines(lines)}. ${takesBack(form)}`;
}

/** @param changed the files that had been changed */
export function filesRestored(changed: readonly string[], form: PromptForm): string {
  return `Restored every file as it was given; changed were ${changed.join(", ")}. ${takesBack(form)}`;
}

function takesBack(form: PromptForm): string {
  return `${nameInForm("UNDO_EDIT", form)} takes this back.`;
}
