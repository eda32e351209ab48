/** Reads a file of JSON objects, one a line. */

import { parseJson } from "../../../ground/parse-json.ts";
import type { FileLine } from "../../../ground/read-lines.ts";
import { UnreadableImportError } from "../raw-program.ts";

export interface ObjectLine {
  readonly line: number;
  /** Undefined where the line is no JSON. */
  readonly data: unknown;
}

/** @throws UnreadableImportError where there is no such file, or nothing in it */
export async function* readObjects(
  file: string,
  readLines: (file: string) => AsyncGenerator<FileLine>,
): AsyncGenerator<ObjectLine> {
  let isEmpty = true;
  try {
    for await (const { line, text } of readLines(file)) {
      isEmpty = false;
      yield { line, data: parseJson(text) };
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UnreadableImportError(
      `Cannot import ${file}: it cannot be read (${error.code}); give the path of a file of JSON lines`,
    );
  }
  if (isEmpty) throw new UnreadableImportError(`Cannot import ${file}: it is empty; give a file of JSON lines`);
}
