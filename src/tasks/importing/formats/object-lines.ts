/** Reads a file of JSON objects, one a line. */

import { errorCodeOf } from "../../../ground/error-code.ts";
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
    for await (const { line, text, isUtf8 } of readLines(file)) {
      isEmpty = false;
      // Its programs would be others, and might be sound all the same.
      if (!isUtf8)
        throw new UnreadableImportError(`Cannot import ${file}: line ${line} is not UTF-8; convert the file`);
      yield { line, data: parseJson(text) };
    }
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === null) throw error;
    throw new UnreadableImportError(
      `Cannot import ${file}: it cannot be read (${code}); give the path of a file of JSON lines`,
    );
  }
  if (isEmpty) throw new UnreadableImportError(`Cannot import ${file}: it is empty; give a file of JSON lines`);
}
