/** A file as lines: how text becomes lines and lines text, which lines an edit may name, and how large a file may grow. */

import type { Source } from "../sandbox/source.ts";
import { blockTooLarge, historyTooLarge, TOO_LARGE, WRONG_RANGE } from "../words/edit-words.ts";
import { charactersKept, type Past } from "./history.ts";
import { fitsJson, jsonBytes } from "./json-size.ts";

/** Bytes of UTF-8 a file may have after an edit. */
export const MAX_FILE_BYTES = 64 * 1024;
export const MAX_FILE_LINES = 2_000;
/** Bytes it may take as JSON, which is how it goes out, more than once in some answers. Only control characters reach this. */
export const MAX_FILE_JSON_BYTES = 2 * MAX_FILE_BYTES;
/** Bytes of UTF-8 that all files of a program may have together after an edit. */
export const MAX_PROGRAM_BYTES = 1024 * 1024;
/**
 * Characters that an episode may keep of what its edits have replaced, so that they can be taken back. Fifty edits that
 * replace the largest file whole stay within it.
 */
export const MAX_HISTORY_CHARACTERS = 4 * 1024 * 1024;

/** One edit: lines `start` to `end`, counted from 1, give way to the lines of `block`. `end = start - 1` inserts. */
export interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly block: string;
}

/** Lines without their ends. CRLF and CR end a line as LF does; the last line's own end adds no empty line. */
export function toLines(text: string): readonly string[] {
  const unix = text.replace(/\r\n?/g, "\n");
  if (unix === "") return [];
  return (unix.endsWith("\n") ? unix.slice(0, -1) : unix).split("\n");
}

/** The text of a file: every line ends in LF, the last one too. */
export function toText(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** `lines` with the range of the edit replaced; the range must be sound. */
export function spliceLines(
  lines: readonly string[],
  { start, end }: LineEdit,
  block: readonly string[],
): readonly string[] {
  return [...lines.slice(0, start - 1), ...block, ...lines.slice(end)];
}

/**
 * Why an edit cannot be made to a file of `count` lines, and what to do; null if it can.
 * @param file what the file is called; null where it is the only one
 */
export function rangeProblem(edit: LineEdit, count: number, file: string | null = null): string | null {
  const range = { ...edit, file };
  const { start, end } = range;
  if (start < 1) return WRONG_RANGE.countsFromOne(range);
  if (count === 0 && (start > 1 || end > 0)) return WRONG_RANGE.emptyFile(range);
  if (start > count + 1 || end > count) return WRONG_RANGE.outside(range, count);
  return end < start - 1 ? WRONG_RANGE.backwards(range) : null;
}

/**
 * Why a block is too large for any file, without looking at it line by line; null if it may fit. Each two characters of
 * it, which may be a CRLF, are one at least in the file.
 */
export function blockProblem({ block }: LineEdit): string | null {
  return block.length <= 2 * MAX_FILE_BYTES ? null : blockTooLarge(block.length, MAX_FILE_BYTES);
}

/** Why a file may not become these lines, and what to do; null if it may. */
export function sizeProblem(lines: readonly string[]): string | null {
  const text = toText(lines);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_FILE_BYTES) return TOO_LARGE.bytes(bytes, MAX_FILE_BYTES);
  if (!fitsJson(text, MAX_FILE_JSON_BYTES)) return TOO_LARGE.json(jsonBytes(text), MAX_FILE_JSON_BYTES);
  if (lines.length > MAX_FILE_LINES) return TOO_LARGE.lines(lines.length, MAX_FILE_LINES);
  return null;
}

/** The same for a file that is one of several, which have a bound together. */
export function draftProblem({ after, source }: { after: readonly string[]; source: Source }): string | null {
  const ofFile = sizeProblem(after);
  if (ofFile !== null || source.isOneFile) return ofFile;
  const bytes = [...source.files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes <= MAX_PROGRAM_BYTES ? null : TOO_LARGE.program(bytes, MAX_PROGRAM_BYTES);
}

/** Why an edit that makes `after` may not be added to an episode's history, and what to do; null if it may. */
export function historyProblem(
  { past, source }: { readonly past: Past | null; readonly source: Source },
  after: Source,
): string | null {
  const characters = (past?.characters ?? 0) + charactersKept(source, after);
  return characters <= MAX_HISTORY_CHARACTERS ? null : historyTooLarge(characters, MAX_HISTORY_CHARACTERS);
}
