/** Re-indents a block that came flush left, as models often send it, for the place it is meant for. */
import type { LineEdit } from "./document.ts";
import { linesInsideStrings } from "./python-strings.ts";

export interface Reindented {
  readonly block: readonly string[];
  /** What was put before each line; empty if nothing was. */
  readonly indent: string;
}

/**
 * The block as it may have been meant, the likeliest first; none if it did not come flush left or its place is not
 * indented. A caller tries them only after the block as sent did not parse.
 */
export function reindentations(
  lines: readonly string[],
  edit: LineEdit,
  block: readonly string[],
): readonly Reindented[] {
  const first = block.find(isNotBlank);
  if (first === undefined || indentOf(first) !== "") return [];
  const untouched = linesInsideStrings(block);
  const shift = (indent: string) =>
    block.map((line, index) => (line.trim() === "" || untouched.has(index) ? line : indent + line));
  return indentsAt(lines, edit).map((indent) => ({ block: shift(indent), indent }));
}

/** Replaced lines say how deep their place is; where there are none, the line after it does, or else the one before. */
function indentsAt(lines: readonly string[], { start, end }: LineEdit): readonly string[] {
  const replaced = lines.slice(start - 1, end).find(isNotBlank);
  const guides =
    replaced !== undefined
      ? [replaced]
      : [lines.slice(end).find(isNotBlank), lines.slice(0, start - 1).findLast(isNotBlank)];
  const indents = guides.map((line) => indentOf(line ?? "")).filter((indent) => indent !== "");
  return [...new Set(indents)];
}

/** What Python counts as indentation. */
function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function isNotBlank(line: string): boolean {
  return line.trim() !== "";
}

/** `4 spaces`, or the quoted text where there are tabs in it. */
export function nameIndent(indent: string): string {
  if (indent.includes("\t")) return JSON.stringify(indent);
  return indent.length === 1 ? "1 space" : `${indent.length} spaces`;
}
