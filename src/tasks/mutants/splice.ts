/** Edits put into a text, or into the files of a program. */
import type { Source } from "../../sandbox/source.ts";

/** The text between two places is replaced; places count UTF-16 units from 0. */
export interface SourceEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** An edit of one file of a program. */
export interface PlacedEdit extends SourceEdit {
  readonly path: string;
}

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

/** The program with edits made in whichever of its files. */
export function spliceSource(source: Source, edits: readonly PlacedEdit[]): Source {
  return [...new Set(edits.map(({ path }) => path))].reduce((spliced, path) => {
    const inFile = edits.filter((edit) => edit.path === path);
    return spliced.with(spliceEdits(source.files.get(path) ?? "", inFile), path);
  }, source);
}
