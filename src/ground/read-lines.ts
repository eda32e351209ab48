/**
 * The lines of a file, numbered from 1 as editors number them. A line ends at \n alone: JSON leaves other characters that
 * some readers take for the end of a line, such as U+2028, in its texts.
 */
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

export interface FileLine {
  readonly line: number;
  /** With U+FFFD in the place of bytes that are not UTF-8. */
  readonly text: string;
  readonly isUtf8: boolean;
}

const LINE_END = 0x0a;

/** The lines that are not blank, in order. The file is closed when the reader leaves. @throws when it cannot be read */
export async function* readLines(file: string): AsyncGenerator<FileLine> {
  let line = 0;
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, from)) {
      line += 1;
      const read = lineOf([...begun, chunk.subarray(from, end)], line);
      begun = [];
      from = end + 1;
      if (read !== null) yield read;
    }
    begun.push(chunk.subarray(from));
  }
  const last = lineOf(begun, line + 1);
  if (last !== null) yield last;
}

/** Null for a blank one. */
function lineOf(parts: readonly Buffer[], line: number): FileLine | null {
  const bytes = parts.length === 1 ? parts[0] : Buffer.concat(parts);
  const text = bytes?.toString("utf8") ?? "";
  return text.trim() === "" || bytes === undefined ? null : { line, text, isUtf8: isUtf8(bytes) };
}
