/** Programs of one file, as most tests have them. */
import type { Batch } from "../../src/sandbox/sandbox.ts";
import { Source } from "../../src/sandbox/source.ts";

export function oneFile(text: string): Source {
  return Source.of("solution.py", text);
}

/** Of the file that a batch executes. */
export function textOf(code: Batch["code"]): string {
  return typeof code === "string" ? code : (code.files.get(code.entry) ?? "");
}
