/** The folder in which what was proved of programs and tasks is kept, by what proved it. */
import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Raise it whenever what makes a task sound changes: verdicts of other rules are not believed. */
const SOUNDNESS_RULES = 2;

export interface ProofFolderOptions {
  /** Where earlier proofs are kept. */
  readonly folder: string;
  /** Names the image: another one may come to other verdicts. */
  readonly image: string;
  /** The package's: so may another version of it. */
  readonly version: string;
}

/**
 * Forgets what other images, versions or rules have proved, so that the folder does not grow with every one of them.
 * @returns the path of the folder for these, which need not be there yet
 */
export async function openProofFolder({ folder, image, version }: ProofFolderOptions): Promise<string> {
  const key = createHash("sha256")
    .update(JSON.stringify([image, version, SOUNDNESS_RULES]))
    .digest("hex")
    .slice(0, 32);
  const others = (await readdir(folder).catch(() => [])).filter((name) => name !== key);
  // What cannot be removed only takes room.
  for (const name of others) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  return join(folder, key);
}
