/** How much memory an episode keeps, roughly and never too little: what the budget of all episodes is charged with. */
import { widthOf } from "./history.ts";
import type { Workspace } from "./workspace.ts";

/** The present file is kept as text, as lines, as a dictionary and as a numbered listing. */
const COPIES = 4;
const BYTES_A_LINE = 100;
/** A key, and what a map or set needs for an entry. */
const BYTES_A_KEY = 200;

/** @returns bytes; none for a desk as it is at the start, which all episodes of a task share */
export function keptBytes({ text, source, given, lines, path, past, programs, viewed, told }: Workspace): number {
  let bytes = past?.bytes ?? 0;
  if (text !== given.files.get(path)) bytes += COPIES * widthOf(text) * text.length + BYTES_A_LINE * lines.length;
  for (const [other, now] of source.files) {
    if (other !== path && now !== given.files.get(other)) bytes += widthOf(now) * now.length;
  }
  if (!source.isOneFile && !source.equals(given)) bytes += BYTES_A_KEY * source.files.size;
  const ranges = [...viewed.values()].reduce((sum, { length }) => sum + length, 0);
  const reports = [...told.values()].reduce((sum, result) => sum + result.bytes, 0);
  return bytes + BYTES_A_KEY * (programs.size + ranges + told.size) + reports;
}
