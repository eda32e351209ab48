/** Reads the files of an import: small ones, as texts. */
import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { UnreadableImportError } from "../raw-program.ts";

/** No program that people write is so large. */
const MOST_BYTES = 1024 * 1024;

/**
 * The text of a file; null where there is none that can be read. Line ends become `\n`. A link is no file: what is imported
 * is shown to players, and a link may lead to anything on this machine.
 */
export async function textOrNull(file: string): Promise<string | null> {
  try {
    const facts = await lstat(file);
    if (!facts.isFile() || facts.size > MOST_BYTES) return null;
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
    return text.replaceAll("\r\n", "\n");
  } catch {
    return null;
  }
}

/** Names in a folder, in order; none where it is no folder. */
export async function entryNamesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const own = entries.filter((entry) => !entry.name.startsWith(".") && !entry.isSymbolicLink());
  return own.map(({ name }) => name).sort();
}

/** @throws UnreadableImportError that says what should be there */
export async function requireFolder(folder: string, what: string): Promise<void> {
  const isThere = await stat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  if (!isThere) throw new UnreadableImportError(`Cannot import ${folder}: there is no folder; ${what}`);
}

const LICENCES = ["LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING"];

/** The text of the first licence in these folders; null where there is none. */
export async function licenceIn(...folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    for (const name of LICENCES) {
      const text = await textOrNull(join(folder, name));
      if (text !== null) return text;
    }
  }
  return null;
}
