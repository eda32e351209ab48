/** Writes several texts below a folder. */
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolders } from "./make-folders.ts";

const FOR_READING = 0o644;
const FOR_EXECUTION = 0o755;

/**
 * @param texts by their paths within the folder; those on the way are made, and a `.sh` may be executed
 * @throws Error of the system where one cannot be written: those before it are
 */
export async function writeTexts(
  folder: string,
  texts: Iterable<readonly [path: string, text: string]>,
): Promise<void> {
  for (const [path, text] of texts) {
    const file = join(folder, path);
    await makeFolders(dirname(file));
    await writeFile(file, text, { mode: path.endsWith(".sh") ? FOR_EXECUTION : FOR_READING });
  }
}
