/** The lines of a file, numbered from 1 as editors number them. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

export interface FileLine {
  readonly line: number;
  readonly text: string;
}

/** The lines that are not blank, in order. The file is closed when the reader leaves. @throws when it cannot be read */
export async function* readLines(file: string): AsyncGenerator<FileLine> {
  const input = createReadStream(file, "utf8");
  try {
    let line = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() !== "") yield { line, text };
    }
  } finally {
    input.destroy();
  }
}
