/** Where the lines of a large file lie, so that it need not be kept in memory: each is read again when it is opened. */

export interface IndexedLine {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const NEWLINE = 10;

/** Gives the lines that are not empty, in order, with their places in bytes. */
export async function* indexLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<IndexedLine> {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  let from = 0;
  let at = 0;
  const line = (to: number): IndexedLine => {
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let place = 0;
    for (const part of parts) {
      whole.set(part, place);
      place += part.length;
    }
    parts = [];
    return { from, to, text: decoder.decode(whole).trim() };
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      parts.push(chunk.subarray(start, end));
      const found = line(at + end);
      if (found.text !== "") yield found;
      start = end + 1;
      from = at + start;
    }
    if (start < chunk.length) parts.push(chunk.slice(start));
    at += chunk.length;
  }
  const last = line(at);
  if (last.text !== "") yield last;
}
