/** Edits put into a text. */
import type { SourceEdit } from "./operator.ts";

/** Takes edits that lie in the text and do not overlap, in any order; gives the text with all of them made. */
export function spliceEdits(text: string, edits: readonly SourceEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of inTextOrder(edits)) {
    parts.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

export function inTextOrder(edits: readonly SourceEdit[]): readonly SourceEdit[] {
  return [...edits].sort((one, other) => one.from - other.from || one.to - other.to);
}
