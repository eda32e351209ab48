/** Finds bugs of one program that are the same text: an agent would be given one task under two names. */
import type { Source } from "../sandbox/source.ts";

/** A problem for each bug that makes the same program as an earlier one. */
export function equalBugs(bugs: ReadonlyMap<string, Source>, extension: string): { path: string; message: string }[] {
  const first = new Map<string, string>();
  const pathOf = (bug: string, { isOneFile }: Source) => (isOneFile ? `bugs/${bug}.${extension}` : `bugs/${bug}/`);
  return [...bugs].flatMap(([bug, source]) => {
    const path = pathOf(bug, source);
    const text = JSON.stringify([...source.files].map(([file, of]) => [file, of.trim()]));
    const earlier = first.get(text);
    if (earlier === undefined) first.set(text, path);
    // Of an empty file more is said elsewhere.
    if (earlier === undefined || source.text.trim() === "") return [];
    return [{ path, message: `put another bug in, or remove it: it equals ${earlier}` }];
  });
}
