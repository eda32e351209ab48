/** Cuts a text that is too long at its start, where what is oldest stands, and says how much was cut. */
import { cutNote } from "../words/failed-test-words.ts";

/** The last characters of `text`: at most `limit`, with a first line that says what was cut. */
export function keepTail(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Measured with the longest number the note can have, so that note and tail never exceed the limit.
  const tail = text.slice(text.length - limit + cutNote(text.length).length).replace(LONE_LOW_SURROGATE, "");
  return cutNote(text.length - tail.length) + detachedCopy(tail);
}

/** A copy of its own: a slice would keep the whole text it was cut from alive, for as long as the episode. */
export function detachedCopy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/** Half a character, left where the cut went through its middle. */
const LONE_LOW_SURROGATE = /^[\uDC00-\uDFFF]/;
