/** A file as lines: how text becomes lines and lines text, which lines an edit may name, and how large a file may grow. */
import { countLines } from "../protocol/protocol.ts";
import { charactersKept, type Past } from "./history.ts";
import { fitsJson, jsonBytes } from "./json-size.ts";

export { countLines } from "../protocol/protocol.ts";

/** Bytes of UTF-8 a file may have after an edit. */
export const MAX_FILE_BYTES = 64 * 1024;
export const MAX_FILE_LINES = 2_000;
/** Bytes it may take as JSON, which is how it goes out, more than once in some answers. Only control characters reach this. */
export const MAX_FILE_JSON_BYTES = 2 * MAX_FILE_BYTES;
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
export function splice(
  lines: readonly string[],
  { start, end }: LineEdit,
  block: readonly string[],
): readonly string[] {
  return [...lines.slice(0, start - 1), ...block, ...lines.slice(end)];
}

/** Why an edit cannot be made to a file of `count` lines, and what to do; null if it can. */
export function rangeProblem({ start, end }: LineEdit, count: number): string | null {
  const refuse = (why: string): string => `Cannot replace ${nameLines(start, end)}: ${why}`;
  if (start < 1) return refuse("lines count from 1.");
  if (count === 0 && (start > 1 || end > 0)) {
    return refuse("the file is empty. To write its first lines, send start_line 1 and end_line 0.");
  }
  if (start > count + 1 || end > count) {
    const append = `start_line ${count + 1} and end_line ${count}`;
    return refuse(`the file has ${countLines(count)}. To append after the last line, send ${append}.`);
  }
  if (end < start - 1) {
    return refuse(`end_line is before start_line. To insert before line ${start}, send end_line ${start - 1}.`);
  }
  return null;
}

/**
 * Why a block is too large for any file, without looking at it line by line; null if it may fit. Each two characters of
 * it, which may be a CRLF, are one at least in the file.
 */
export function blockProblem({ block }: LineEdit): string | null {
  if (block.length <= 2 * MAX_FILE_BYTES) return null;
  return (
    `Cannot make the edit: new_code_block has ${block.length} characters, and a file may have ${MAX_FILE_BYTES} bytes. ` +
    "Send a smaller block."
  );
}

/** Why a file may not become these lines, and what to do; null if it may. */
export function sizeProblem(lines: readonly string[]): string | null {
  const refuse = (size: string, allowed: number): string =>
    `Cannot make the edit: the file would have ${size}, and ${allowed} are allowed. Send a smaller block.`;
  const text = toText(lines);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_FILE_BYTES) return refuse(`${bytes} bytes`, MAX_FILE_BYTES);
  if (!fitsJson(text, MAX_FILE_JSON_BYTES)) {
    return refuse(`${jsonBytes(text)} bytes as JSON, where control characters take six`, MAX_FILE_JSON_BYTES);
  }
  if (lines.length > MAX_FILE_LINES) return refuse(countLines(lines.length), MAX_FILE_LINES);
  return null;
}

/** Why an edit that makes `after` may not be added to an episode's history, and what to do; null if it may. */
export function historyProblem(
  { past, text }: { readonly past: Past | null; readonly text: string },
  after: string,
): string | null {
  const characters = (past?.characters ?? 0) + charactersKept(text, after);
  if (characters <= MAX_HISTORY_CHARACTERS) return null;
  return (
    `Cannot make the edit: what this episode's edits have replaced would have ${characters} characters together, and ` +
    `${MAX_HISTORY_CHARACTERS} are allowed. Undo edits or submit.`
  );
}

/** A range as people say it: `line 3`, `lines 3 to 5`. */
export function nameLines(start: number, end: number): string {
  return start === end ? `line ${start}` : `lines ${start} to ${end}`;
}
