/** How large a text is where it goes out: as JSON, in UTF-8, a control character as six bytes and a quotation mark as two. */
import { truncate } from "../ground/truncate.ts";
import { keepTail } from "./clip.ts";

/** The most that JSON can make of one UTF-16 unit: `\u0001`. */
const MOST_A_UNIT = 6;

/** Bytes between the quotation marks. */
export function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/** Whether a text takes at most so many bytes; most are so short that this need not be measured. */
export function fitsJson(text: string, bytes: number): boolean {
  return text.length * MOST_A_UNIT <= bytes || jsonBytes(text) <= bytes;
}

interface Bounds {
  readonly characters?: number;
  readonly bytes: number;
}

/** The text's beginning, as much as is within the bounds. */
export function truncateToJson(text: string, bounds: Bounds): string {
  return cutTo(text, bounds, truncate);
}

/** The text's end, as much as is within the bounds, with a first line that says what was cut. */
export function keepTailOfJson(text: string, bounds: Bounds): string {
  return cutTo(text, bounds, keepTail);
}

function cutTo(
  text: string,
  { characters = text.length, bytes }: Bounds,
  cut: (text: string, length: number) => string,
): string {
  let kept = cut(text, characters);
  // Each round takes away at least its share of what is too much, until at the latest all that is left must fit.
  while (!fitsJson(kept, bytes)) {
    const least = Math.floor(bytes / MOST_A_UNIT);
    const fitting = Math.floor((kept.length * bytes) / jsonBytes(kept));
    kept = cut(text, Math.max(least, Math.min(fitting, kept.length - 1)));
  }
  return kept;
}
