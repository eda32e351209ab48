/** Writes files so that a reader never meets half of one. */
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Writes the file whole or not at all.
 * @param isWanted asked when all is written: whether it is to take its place
 */
export async function replaceFile(
  path: string,
  contents: string | AsyncIterable<string>,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const unfinished = `${path}.${process.pid}-${randomUUID()}.unfinished`;
  try {
    await writeFile(unfinished, contents);
    if (isWanted()) await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}
