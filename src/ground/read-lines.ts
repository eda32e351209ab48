/**
 * The lines of a file, numbered from 1 as editors number them. A line ends at \n alone: JSON leaves other characters that
 * some readers take for the end of a line, such as U+2028, in its texts.
 */
import { createReadStream } from "node:fs";

export interface FileLine {
  readonly line: number;
  readonly text: string;
}

/** The lines that are not blank, in order. The file is closed when the reader leaves. @throws when it cannot be read */
export async function* readLines(file: string): AsyncGenerator<FileLine> {
  let line = 0;
  let begun: string[] = [];
  for await (const chunk of createReadStream(file, "utf8")) {
    const [first = "", ...others] = String(chunk).split("\n");
    begun.push(first);
    for (const other of others) {
      line += 1;
      const text = begun.join("");
      begun = [other];
      if (text.trim() !== "") yield { line, text };
    }
  }
  const last = begun.join("");
  if (last.trim() !== "") yield { line: line + 1, text: last };
}
