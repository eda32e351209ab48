/** An edit that names its place by the text that stands there: where that is, or why it cannot be told. */

import { lineAt, lineStart } from "../ground/line-at.ts";
import { nameLines } from "../ground/name-lines.ts";
import { truncate } from "../ground/truncate.ts";
import type { PromptForm } from "../protocol/protocol.ts";
import { numberLines } from "../words/lines.ts";
import { emptyFile, longerThanFile, textNowhere as nowhereIn, severalPlaces } from "../words/text-edit-words.ts";
import { type LineEdit, toLines } from "./document.ts";
import { likenessOf, pairsOf } from "./likeness.ts";

/** The one place where `old` stands gives way to `block`. */
export interface TextEdit {
  readonly old: string;
  readonly block: string;
}

export type LocatedText =
  | { readonly found: true; readonly edit: LineEdit }
  /** Why it is not told which place is meant, and what to send instead. */
  | { readonly found: false; readonly problem: string };

/** Lines shown on either side of a place. */
const REACH = 2;
/** Places that are shown of a text that stands in several. */
const MAX_PLACES = 3;
/** Lines of the old text that are compared with the file's, and that are shown of a place. */
const MAX_COMPARED = 8;
const MAX_LINE_CHARACTERS = 200;
/** Characters that may come before a line which was copied from a listing. */
const MAX_COPIED = 16;

/** Whole lines go before parts of lines: a line is no copy of the longer one that it is a part of. */
export function locateText(lines: readonly string[], { old, block }: TextEdit, form: PromptForm = "json"): LocatedText {
  const wanted = toLines(old);
  const whole = wholePlaces(lines, wanted);
  const [place, another] = whole;
  if (place !== undefined) {
    if (another !== undefined) return refuse(severalTimes(lines, { places: whole, length: wanted.length, form }));
    return { found: true, edit: { start: place, end: place + wanted.length - 1, block } };
  }
  const text = lines.join("\n");
  const part = wanted.join("\n");
  const parts = part === "" ? [] : partPlaces(text, part);
  const [at] = parts;
  if (at === undefined) return refuse(nowhere(lines, wanted, form));
  const starts = parts.map((index) => lineAt(text, index));
  if (parts.length > 1) return refuse(severalTimes(lines, { places: starts, length: wanted.length, form }));
  return { found: true, edit: within(text, { at, part, block }) };
}

/**
 * The same edit for the case that all of it came flush left, the old text as the new: what is replaced are whole lines, but
 * for the indent that the text has lost. Null where it is a part of lines, or came with its indent.
 */
export function asWholeLines(lines: readonly string[], { old, block }: TextEdit, edit: LineEdit): LineEdit | null {
  const place = lines.slice(edit.start - 1, edit.end).join("\n");
  const part = toLines(old).join("\n");
  return place !== part && place.trimStart() === part ? { ...edit, block } : null;
}

/** First lines of the places where these very lines stand. */
function wholePlaces(lines: readonly string[], wanted: readonly string[]): readonly number[] {
  if (wanted.length === 0) return [];
  const places: number[] = [];
  for (let at = 0; at + wanted.length <= lines.length; at += 1) {
    if (wanted.every((line, offset) => line === lines[at + offset])) places.push(at + 1);
  }
  return places;
}

function partPlaces(text: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) places.push(at);
  return places;
}

/** The lines that the part stands in, with what stands before and behind it in them. */
function within(text: string, { at, part, block }: { at: number; part: string; block: string }): LineEdit {
  const behind = at + part.length;
  const lineEnd = text.indexOf("\n", behind);
  const before = text.slice(lineStart(text, at), at);
  const after = text.slice(behind, lineEnd < 0 ? text.length : lineEnd);
  return { start: lineAt(text, at), end: lineAt(text, behind), block: before + toLines(block).join("\n") + after };
}

interface Several {
  readonly places: readonly number[];
  /** Lines of the text. */
  readonly length: number;
  readonly form: PromptForm;
}

function severalTimes(lines: readonly string[], { places, length, form }: Several): string {
  const shown = places.slice(0, MAX_PLACES);
  const named = shown.map((start) => nameLines(start, start + length - 1));
  return [
    severalPlaces({ count: places.length, named, form }),
    ...shown.map((start) => excerpt(lines, start, length)),
  ].join("\n\n");
}

function nowhere(lines: readonly string[], wanted: readonly string[], form: PromptForm): string {
  if (lines.length === 0) return emptyFile(form);
  const near = nearest(lines, wanted);
  return [nowhereIn(form), excerpt(lines, near, wanted.length)].join("\n");
}

/** Where the lines begin that are likest to the wanted ones. */
function nearest(lines: readonly string[], wanted: readonly string[]): number {
  const compared = wanted.slice(0, MAX_COMPARED).map((line) => pairsOf(line.slice(0, MAX_LINE_CHARACTERS)));
  const own = lines.map((line) => pairsOf(line.slice(0, MAX_LINE_CHARACTERS)));
  let best = { start: 1, score: -1 };
  for (let at = 0; at < lines.length; at += 1) {
    const score = compared.reduce((sum, pairs, offset) => sum + likenessOf(pairs, own[at + offset] ?? new Map()), 0);
    if (score > best.score) best = { start: at + 1, score };
  }
  return best.start;
}

function excerpt(lines: readonly string[], start: number, length: number): string {
  const first = Math.max(1, start - REACH);
  const last = Math.min(lines.length, start + Math.min(length, MAX_COMPARED) - 1 + REACH);
  return numberLines(lines.slice(first - 1, last), first)
    .map((line) => truncate(line, MAX_LINE_CHARACTERS))
    .join("\n");
}

function refuse(problem: string): LocatedText {
  return { found: false, problem };
}

/** How much of a text a refusal may be about, for who has sent the whole file. */
export function isTooLong({ old }: TextEdit, lines: readonly string[]): string | null {
  const most = lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (old.length <= 2 * most + MAX_COPIED * (lines.length + 2)) return null;
  return longerThanFile(lines.length);
}
