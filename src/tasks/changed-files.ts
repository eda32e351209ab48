/** The files in which two programs differ, such as a task and its solution. */
import type { Source } from "../sandbox/source.ts";

export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** In the order of the paths; a file that one of them lacks is empty there. */
export function changedFiles(before: Source, after: Source): readonly ChangedFile[] {
  const paths = [...new Set([...before.files.keys(), ...after.files.keys()])].sort();
  return paths.flatMap((path) => {
    const change = { path, before: before.files.get(path) ?? "", after: after.files.get(path) ?? "" };
    return change.before === change.after ? [] : [change];
  });
}
