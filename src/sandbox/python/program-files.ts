/** The files of a batch, as the driver takes them. */
import type { Batch } from "../sandbox.ts";

/** Path of a program that is given as a text, which the driver need not be told. */
const PROGRAM = "solution.py";

export interface ProgramFiles {
  /** Text of the file that is executed. */
  readonly code: string;
  /** Null where it is the usual one. */
  readonly path: string | null;
  /** The other files. */
  readonly others: readonly (readonly [path: string, text: string])[];
}

export function programFiles(code: Batch["code"]): ProgramFiles {
  if (typeof code === "string") return { code, path: null, others: [] };
  const { entry, files } = code;
  return {
    code: files.get(entry) ?? "",
    path: entry === PROGRAM ? null : entry,
    others: [...files].filter(([path]) => path !== entry),
  };
}

/** A request to load the module. One of one file is asked for in the fewest words. @param seed null to parse it alone */
export function loadRequest({ code, path, others }: ProgramFiles, seed: number | null): object {
  return { code, seed, ...(path !== null && { path }), ...(others.length > 0 && { files: others }) };
}
