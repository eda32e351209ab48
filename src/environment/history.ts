/** The way back through an episode's edits, kept as differences: an edit of one line in a large file keeps one line. */
import { commonCharacters } from "../ground/common-ends.ts";
import type { Source } from "../sandbox/source.ts";
import { detachedCopy } from "./clip.ts";

/** What an edit did to one file. */
interface FileChange {
  readonly path: string;
  /** Where the text before and the text after begin to differ. */
  readonly at: number;
  /** What stood there before. */
  readonly removed: string;
  /** How many characters stand there in its place. */
  readonly inserted: number;
}

/** One edit, as far as taking it back needs it, and those before: a chain, so that an edit costs the same after many. */
export interface Past {
  /** One but for a reset, which restores every file. */
  readonly changes: readonly FileChange[];
  readonly before: Past | null;
  /** Edits that can be taken back, this one included. */
  readonly length: number;
  /** Characters that all of them keep together, and the memory these take. */
  readonly characters: number;
  readonly bytes: number;
}

/** What an edit takes besides its text, for each file. */
const BYTES_AN_EDIT = 200;

/** Adds the edit that made `after` of `source`. */
export function rememberEdit(before: Past | null, source: Source, after: Source): Past {
  const changes = changedFiles(source, after).map(([path, text, next]): FileChange => {
    const { at, end, inserted } = difference(text, next);
    return { path, at, removed: detachedCopy(text.slice(at, end)), inserted };
  });
  const sumOf = (amount: (change: FileChange) => number) => changes.reduce((sum, change) => sum + amount(change), 0);
  return {
    changes,
    before,
    length: (before?.length ?? 0) + 1,
    characters: (before?.characters ?? 0) + sumOf(({ removed }) => removed.length),
    bytes: (before?.bytes ?? 0) + sumOf(({ removed }) => BYTES_AN_EDIT + widthOf(removed) * removed.length),
  };
}

/** Characters that the history keeps more for an edit that makes `after` of `source`. */
export function charactersKept(source: Source, after: Source): number {
  return changedFiles(source, after).reduce((sum, [, text, next]) => {
    const { at, end } = difference(text, next);
    return sum + end - at;
  }, 0);
}

/** The program that the last edit replaced. @param source what that edit made */
export function sourceBefore({ changes }: Past, source: Source): Source {
  return changes.reduce((earlier, { path, at, removed, inserted }) => {
    const text = earlier.files.get(path) ?? "";
    return earlier.with(text.slice(0, at) + removed + text.slice(at + inserted), path);
  }, source);
}

/** The files in which two programs differ, with both texts. An edit makes no file and removes none. */
function changedFiles(one: Source, other: Source): readonly (readonly [path: string, text: string, next: string])[] {
  return [...one.files].flatMap(([path, text]) => {
    const next = other.files.get(path) ?? "";
    return next === text ? [] : [[path, text, next] as const];
  });
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
