/**
 * Re-indents a block for the place it is meant for: one that came flush left, as models often send it, or one whose first
 * line did, because something on the way stripped the text.
 */
import { countOf } from "../protocol/protocol.ts";
import type { LineEdit } from "./document.ts";

/**
 * How deep the block may have been meant, the likeliest first; empty if it did not come flush left or its place is not
 * indented. A caller tries them only after the block as sent did not parse.
 */
export function likelyIndents(lines: readonly string[], edit: LineEdit, block: readonly string[]): readonly string[] {
  const first = block.find(isNotBlank);
  return first === undefined || indentOf(first) !== "" ? [] : indentsAt(lines, edit);
}

/**
 * How deep the first line may have been meant, where it is not the only one: as deep as the block's place, or else as the
 * line behind it.
 */
export function likelyIndentsOfFirst(
  lines: readonly string[],
  edit: LineEdit,
  block: readonly string[],
): readonly string[] {
  const [first, second] = block.filter(isNotBlank);
  if (first === undefined || second === undefined || indentOf(first) !== "") return [];
  const own = indentOf(second);
  return [...new Set([...indentsAt(lines, edit), ...(own === "" ? [] : [own])])];
}

export function indentFirst(block: readonly string[], indent: string): readonly string[] {
  const first = block.findIndex(isNotBlank);
  return block.map((line, index) => (index === first ? indent + line : line));
}

/** Whether all lines behind the first are indented: those that are blank or begin inside a string say nothing. */
export function isIndentedBehindFirst(block: readonly string[], insideStrings: ReadonlySet<number>): boolean {
  const first = block.findIndex(isNotBlank);
  return block.every(
    (line, index) => index <= first || !isNotBlank(line) || insideStrings.has(index) || indentOf(line) !== "",
  );
}

/** @param untouched indexes, from 0, of lines that stay as they are: those that begin inside a string */
export function indentBlock(
  block: readonly string[],
  indent: string,
  untouched: ReadonlySet<number> = new Set(),
): readonly string[] {
  return block.map((line, index) => (line.trim() === "" || untouched.has(index) ? line : indent + line));
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

/** The blanks that a line begins with. */
export function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

export function isNotBlank(line: string): boolean {
  return line.trim() !== "";
}

/** `4 spaces`, or the quoted text where there are tabs in it. */
export function nameIndent(indent: string): string {
  if (indent.includes("\t")) return JSON.stringify(indent);
  return countOf(indent.length, "space");
}
