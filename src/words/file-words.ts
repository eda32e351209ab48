/** How places in a file are named, and what is said of the file as it stands. */
import { truncate } from "../ground/truncate.ts";
import { countLines, type LineRange, numberLines } from "./lines.ts";

/** The whole file, numbered, under a line that says its length. @param file what it is called; null where it is the only one */
export function fileListing(lines: readonly string[], file: string | null = null): string {
  return [`${fileSize(lines.length, file)}.`, ...numberLines(lines)].join("\n");
}

/** In place of a listing that was shown before. */
export function listedBefore(lines: readonly string[], file: string | null = null): string {
  return `${fileSize(lines.length, file)}, as it was listed before.`;
}

/** Without the stop, for what follows. */
export function fileSize(lines: number, file: string | null = null): string {
  return file === null ? `The file has ${countLines(lines)}` : `${file} has ${countLines(lines)}`;
}

/** The lines around a change, of the whole file: `first` and `last` as it has them now. */
export function fileAround(lines: readonly string[], { first, last }: LineRange, file: string | null = null): string {
  if (lines.length === 0) return `${file ?? "The file"} is empty now.`;
  return rangeListing(lines, { first, last }, { file, now: " now" });
}

interface ListedRange {
  readonly file: string | null;
  /** Stands behind the number of lines. */
  readonly now?: string;
}

/** Some lines of a file, under a line that says which; as wide as in a listing of the whole file. */
export function rangeListing(lines: readonly string[], { first, last }: LineRange, range: ListedRange): string {
  const { file, now = "" } = range;
  const shown = numberLines(lines).slice(first - 1, last);
  const named = file === null ? "" : `${file}: `;
  return [`${named}${named === "" ? "L" : "l"}ines ${first} to ${last} of ${lines.length}${now}:`, ...shown].join("\n");
}

/** Before the first step. */
export const GREETING = "The episode begins. Nothing has been run yet.";

/** Why a file does not parse. */
export interface ProblemTold {
  readonly type: string;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

const MAX_TYPE = 200;
/** A language may name what it complains of in full, and a name may be as long as the file. */
const MAX_MESSAGE = 500;

/** `SyntaxError at line 4, column 9: invalid syntax`. @param entry the executed file, where there are several */
export function describeSyntaxProblem(problem: ProblemTold, entry: string | null = null): string {
  const { type, message, line, column } = problem;
  const file = entry === null ? "" : ` in ${entry}`;
  // Where another file does not parse, the message names it.
  const place = line === null ? "" : `${file} at line ${line}${column === null ? "" : `, column ${column}`}`;
  return `${truncate(type, MAX_TYPE)}${place}: ${truncate(message, MAX_MESSAGE)}`;
}
