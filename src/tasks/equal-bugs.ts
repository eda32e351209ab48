/** Finds bugs of one program that are the same text: an agent would be given one task under two names. */
import type { FolderFiles } from "./program-folder.ts";

/** A problem for each bug whose text an earlier one has. */
export function equalBugs(files: FolderFiles, bugPaths: readonly string[]): { path: string; message: string }[] {
  const first = new Map<string, string>();
  return bugPaths.flatMap((path) => {
    const text = files.get(path)?.trim() ?? "";
    const earlier = first.get(text);
    if (earlier === undefined) first.set(text, path);
    if (earlier === undefined || text === "") return [];
    return [{ path, message: `put another bug in, or remove it: it equals ${earlier}` }];
  });
}
