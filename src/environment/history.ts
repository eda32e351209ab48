/** The way back through an episode's edits, kept as differences: an edit of one line in a large file keeps one line. */
import { commonCharacters } from "../ground/common-ends.ts";
import { detachedCopy } from "./clip.ts";

/** One edit, as far as taking it back needs it, and those before: a chain, so that an edit costs the same after many. */
export interface Past {
  /** Where the text before and the text after begin to differ. */
  readonly at: number;
  /** What stood there before. */
  readonly removed: string;
  /** How many characters stand there in its place. */
  readonly inserted: number;
  readonly before: Past | null;
  /** Edits that can be taken back, this one included. */
  readonly length: number;
  /** Characters that all of them keep together, and the memory these take. */
  readonly characters: number;
  readonly bytes: number;
}

/** What an edit takes besides its text. */
const BYTES_AN_EDIT = 200;

/** Adds the edit that made `after` of `text`. */
export function rememberEdit(before: Past | null, text: string, after: string): Past {
  const { at, end, inserted } = difference(text, after);
  const removed = detachedCopy(text.slice(at, end));
  return {
    at,
    removed,
    inserted,
    before,
    length: (before?.length ?? 0) + 1,
    characters: (before?.characters ?? 0) + removed.length,
    bytes: (before?.bytes ?? 0) + BYTES_AN_EDIT + widthOf(removed) * removed.length,
  };
}

/** Characters that the history keeps more for an edit that makes `after` of `text`. */
export function charactersKept(text: string, after: string): number {
  const { at, end } = difference(text, after);
  return end - at;
}

/** The text that the last edit replaced. @param text what that edit made */
export function textBefore({ at, removed, inserted }: Past, text: string): string {
  return text.slice(0, at) + removed + text.slice(at + inserted);
}

/** The smallest range of `text` whose replacement gives `after`. */
function difference(text: string, after: string): { readonly at: number; readonly end: number; inserted: number } {
  const { head, tail } = commonCharacters(text, after);
  return { at: head, end: text.length - tail, inserted: after.length - tail - head };
}

const NOT_LATIN_1 = /[\u0100-\uffff]/;

/** Bytes a character: the engine keeps a text in single bytes while all of it is Latin-1. */
export function widthOf(text: string): 1 | 2 {
  return NOT_LATIN_1.test(text) ? 2 : 1;
}
