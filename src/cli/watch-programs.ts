/** Tells which programs of some folders have changed, again and again. */
import { basename } from "node:path";
import { delay } from "../ground/waits.ts";
import { signatureOf } from "../tasks/supply/program-signature.ts";
import { listPrograms } from "../tasks/supply/read-programs.ts";

/** Looking costs less than a millisecond a program, works on every disk and leaves nothing open. */
const LOOK_EVERY_MS = 300;

/**
 * All programs at first, then those that changed, by name. The set is the same each time: who has dealt with its names takes
 * them out. Ends when the signal is aborted.
 */
export async function* watchPrograms(roots: readonly string[], signal: AbortSignal): AsyncGenerator<Set<string>> {
  const changed = new Set<string>();
  let before: ReadonlyMap<string, string> | null = null;
  while (!signal.aborted) {
    const now = await signaturesOf(roots);
    const found = before === null ? [...now.keys()] : differing(before, now);
    for (const folder of found) changed.add(basename(folder));
    if (before === null || found.length > 0) yield changed;
    before = now;
    await delay(LOOK_EVERY_MS, signal).catch(() => undefined);
  }
}

/** By folder. What cannot be read has a signature, too: it changes when it can. */
async function signaturesOf(roots: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const signatures = new Map<string, string>();
  for (const root of roots) {
    const places = await listPrograms(root).catch(() => []);
    for (const { folder } of places) signatures.set(folder, signatureOrNothing(folder));
  }
  return signatures;
}

function signatureOrNothing(folder: string): string {
  try {
    return signatureOf(folder);
  } catch {
    return "";
  }
}

function differing(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const folders = new Set([...before.keys(), ...now.keys()]);
  return [...folders].filter((folder) => before.get(folder) !== now.get(folder));
}
