/** How much memory an episode keeps, roughly and never too little: what the budget of all episodes is charged with. */
import { widthOf } from "./history.ts";
import type { Workspace } from "./workspace.ts";

/** The present file is kept as text, as lines, as a dictionary and as a numbered listing. */
const COPIES = 4;
const BYTES_A_LINE = 100;
/** A key, and what a map or set needs for an entry. */
const BYTES_A_KEY = 200;

/** @returns bytes; none for a desk as it is at the start, which all episodes of a task share */
export function keptBytes(workspace: Workspace): number {
  const { text, source, given, lines, past, programs, viewed, told } = workspace;
  const file = source.equals(given) ? 0 : COPIES * widthOf(text) * text.length + BYTES_A_LINE * lines.length;
  const reports = [...told.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  return file + (past?.bytes ?? 0) + BYTES_A_KEY * (programs.size + viewed.size + told.size) + reports;
}
