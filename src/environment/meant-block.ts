/** Finds the block that was meant: as it was sent if the file parses with it, else without what its form is off by. */

import type { Normalisation } from "../protocol/protocol.ts";
import type { Source } from "../sandbox/source.ts";
import { type BareBlock, isListed, withoutFences, withoutNumbers, withoutOtherNumbers } from "./block-form.ts";
import { draftProblem, type LineEdit, sizeProblem, spliceLines, toText } from "./document.ts";
import type { Examiner } from "./examiner.ts";
import { indentBlock, indentFirst, isIndentedBehindFirst, likelyIndents, likelyIndentsOfFirst } from "./indentation.ts";

export interface EditPlace {
  /** What the edit is made to, and which of its files. */
  readonly source: Source;
  readonly path: string;
  /** The file's. */
  readonly lines: readonly string[];
  readonly edit: LineEdit;
  readonly examiner: Examiner;
  readonly signal: AbortSignal | undefined;
}

/** A block, and the file that it makes. */
export interface BlockDraft {
  readonly block: readonly string[];
  readonly after: readonly string[];
  readonly source: Source;
  readonly normalised: readonly Normalisation[];
  /** What was put before lines of it; empty if nothing was. */
  readonly indent: string;
}

export function draftOf(
  { source, path, lines, edit }: Pick<EditPlace, "source" | "path" | "lines" | "edit">,
  block: readonly string[],
  { normalised = [], indent = "" }: Partial<Pick<BlockDraft, "normalised" | "indent">> = {},
): BlockDraft {
  const after = spliceLines(lines, edit, block);
  return { block, after, source: source.with(toText(after), path), normalised, indent };
}

/** The block without the line numbers of a listing, and out of its fence. */
export function draftWithoutCopies(place: EditPlace, sent: readonly string[]): BlockDraft {
  return bared(place, withoutFences(sent, place.edit.start));
}

/** The block in its fence, where the file parses with it, because then the fence stands in a string; else null. */
export async function fencedInString(place: EditPlace, sent: readonly string[]): Promise<BlockDraft | null> {
  const fenced = bared(place, withoutNumbers(sent, place.edit.start));
  return (await parses(place, fenced)) ? fenced : null;
}

function bared(place: EditPlace, { block, hadNumbers, hadFence }: BareBlock): BlockDraft {
  const normalised: Normalisation[] = [];
  if (hadNumbers) normalised.push("line_numbers");
  if (hadFence) normalised.push("code_fence");
  return draftOf(place, block, { normalised });
}

/** What was meant by a block with which the file does not parse; null if nothing that parses is found. */
export async function firstThatParses(place: EditPlace, sent: BlockDraft): Promise<BlockDraft | null> {
  const bare = withoutOtherNumbers(sent.block, place.edit.start);
  if (bare !== null) {
    const numberless = draftOf(place, bare, { normalised: [...sent.normalised, "line_numbers"] });
    if (await parses(place, numberless)) return numberless;
    const indented = await firstIndented(place, numberless);
    if (indented !== null) return indented;
  }
  return firstIndented(place, sent);
}

/** The block at the first depth at which the file parses: its first line alone, where only that one came flush left. */
async function firstIndented(place: EditPlace, sent: BlockDraft): Promise<BlockDraft | null> {
  const { lines, edit } = place;
  for (const indent of likelyIndentsOfFirst(lines, edit, sent.block)) {
    const moved = await moveFirst(place, sent, indent);
    if (moved !== null && (await parses(place, moved))) return moved;
  }
  for (const indent of likelyIndents(lines, edit, sent.block)) {
    const moved = await moveAll(place, sent, indent);
    if (moved !== null && (await parses(place, moved))) return moved;
  }
  return null;
}

/** Null where another line than the first, strings apart, came flush left as well. */
async function moveFirst(place: EditPlace, sent: BlockDraft, indent: string): Promise<BlockDraft | null> {
  const block = indentFirst(sent.block, indent);
  const inside = await insideStrings(place, block);
  if (inside === null || !isIndentedBehindFirst(block, inside) || isCopy(sent.block, inside)) return null;
  return draftOf(place, block, { normalised: [...sent.normalised, "first_line_indent"], indent });
}

async function moveAll(place: EditPlace, sent: BlockDraft, indent: string): Promise<BlockDraft | null> {
  const inside = await insideStrings(place, indentBlock(sent.block, indent));
  if (inside === null || isCopy(sent.block, inside)) return null;
  const normalised: Normalisation[] = [...sent.normalised, "block_indent"];
  return draftOf(place, indentBlock(sent.block, indent, inside), { normalised, indent });
}

/** Whether a line of it comes from a listing whose numbers do not fit: `19 | code` may parse, but nobody means it. */
function isCopy(block: readonly string[], insideStrings: ReadonlySet<number>): boolean {
  return block.some((line, index) => !insideStrings.has(index) && isListed(line));
}

/**
 * Indexes of the block's lines that begin inside a string; null where that cannot be told. Strings begin and end in the same
 * places however deep the lines stand, so the moved file tells which must not be moved.
 */
async function insideStrings(
  { lines, edit, examiner, signal }: EditPlace,
  block: readonly string[],
): Promise<ReadonlySet<number> | null> {
  const moved = spliceLines(lines, edit, block);
  if (sizeProblem(moved) !== null) return null;
  const inside = await examiner.linesInsideStrings(toText(moved), signal);
  return inside && new Set([...block.keys()].filter((index) => inside.has(edit.start + index)));
}

async function parses({ examiner, signal }: EditPlace, draft: BlockDraft): Promise<boolean> {
  return draftProblem(draft) === null && (await examiner.checkSyntax(draft.source, signal)) === null;
}
