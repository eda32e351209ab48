/** Finds runs: a folder is one, or holds one for each agent that was named. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isRun } from "./read-run.ts";

/** The folders as they are, but for each that is no run and holds runs: those, by name. */
export async function findRuns(folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const inside = (await isRun(folder)) ? [] : await runsIn(folder);
    found.push(...(inside.length === 0 ? [folder] : inside));
  }
  return found;
}

async function runsIn(folder: string): Promise<readonly string[]> {
  // Anyone who reads the run says that there is none.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const runs: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && (await isRun(path))) runs.push(path);
  }
  return runs.sort();
}
