/** Cuts text that is too long, never through the middle of a character, and says how much was cut. */

/** The first characters of `text`, at most `limit` with the mark that something is missing. */
export function clipEnd(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(LONE_HIGH_AT_END, "")}…`;
}

/** The last characters of `text`, at most `limit` with a first line that says how many characters were cut. */
export function clipStart(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const note = (cut: number): string => `[${cut} characters cut]\n`;
  // The note is measured with the longest number it can have, so that note and tail never exceed the limit.
  const tail = text.slice(text.length - limit + note(text.length).length).replace(LONE_LOW_AT_START, "");
  return note(text.length - tail.length) + tail;
}

const LONE_HIGH_AT_END = /[\uD800-\uDBFF]$/;
const LONE_LOW_AT_START = /^[\uDC00-\uDFFF]/;
