/** How places in a file are named, and what is said of the file as it stands. */
import { countLines, numberLines } from "../../protocol/protocol.ts";

/** A range as people say it: `line 3`, `lines 3 to 5`. */
export function nameLines(start: number, end: number): string {
  return start === end ? `line ${start}` : `lines ${start} to ${end}`;
}

/** The whole file, numbered, under a line that says its length. */
export function fileListing(lines: readonly string[]): string {
  return [`The file has ${countLines(lines.length)}.`, ...numberLines(lines)].join("\n");
}

/** Before the first step. */
export const GREETING = "The episode begins. Nothing has been run yet.";

export interface FilePlace {
  readonly line: number | null;
  readonly column: number | null;
}

/** `SyntaxError at line 4, column 9: invalid syntax` */
export function syntaxProblem(type: string, message: string, { line, column }: FilePlace): string {
  const place = line === null ? "" : ` at line ${line}${column === null ? "" : `, column ${column}`}`;
  return `${type}${place}: ${message}`;
}
