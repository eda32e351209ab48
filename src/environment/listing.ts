/** Lines of a file as VIEW_CODE lists them: no more than an answer has room for, and whole lines alone. */

import { rangeListing } from "../words/file-words.ts";
import type { LineRange } from "../words/lines.ts";
import { jsonBytes } from "./json-size.ts";
import type { ShownFile } from "./shown-file.ts";

/** Lines of one of several files that are listed at once. */
export const MAX_LISTED_LINES = 400;
/** What they may take as JSON, which a file of usual lines stays within. */
const MAX_LISTED_BYTES = 32 * 1024;
/** What is in a listing beside a line: its number, a bar and the line end. */
const BYTES_A_LINE = 10;

export interface AskedListing {
  readonly range: LineRange;
  /** What the file is called; null where it is the only one. */
  readonly file: string | null;
  readonly isWhole: boolean;
}

export function listRange(
  { lines, listing }: ShownFile,
  { range, file, isWhole }: AskedListing,
): { readonly text: string; readonly shown: LineRange } {
  const shown = { first: range.first, last: lastThatFits(lines, range) };
  const text = isWhole && shown.last === range.last ? listing : rangeListing(lines, shown, { file });
  return { text, shown };
}

/** What a line of a listing takes as JSON. */
export function listedBytes(line: string): number {
  return BYTES_A_LINE + jsonBytes(line);
}

/** At least one line is shown, however long it is: a file has a bound of its own. */
function lastThatFits(lines: readonly string[], { first, last }: LineRange): number {
  let room = MAX_LISTED_BYTES;
  for (let line = first; line <= last; line += 1) {
    room -= listedBytes(lines[line - 1] ?? "");
    if (room < 0) return Math.max(first, line - 1);
  }
  return last;
}
