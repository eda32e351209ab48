/** Whether a folder of a program is what it was when it was last read, told without reading it. */

import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGE_PACKS } from "../../languages/languages.ts";
import { packedFolder, packSignature } from "../packed-programs.ts";
import { isProgramFile } from "../program-folder.ts";

const LEFTOVERS = [...LANGUAGE_PACKS.values()].flatMap(({ leftovers }) => leftovers);

/** Changes with any file's name, size, time or place on the disk. For a thread that may block. @throws where it cannot be told */
export function signatureOf(folder: string): string {
  const packed = packedFolder(folder);
  if (packed !== null) return packSignature(packed);
  const hash = createHash("sha256");
  addFolder(folder, hash);
  return hash.digest("hex");
}

function addFolder(folder: string, hash: ReturnType<typeof createHash>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!isProgramFile(entry, LEFTOVERS)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      addFolder(path, hash);
      continue;
    }
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    hash.update(JSON.stringify([path, size, mtimeMs, ctimeMs, ino]));
  }
}
