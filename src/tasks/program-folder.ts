/** Reads the files of one program's folder, no deeper than `bugs/`. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fewAtOnce } from "./supply/few-at-once.ts";

const FILES_AT_ONCE = 16;

/** Text of each file by its path within the folder, `/` between the parts, in the order of the paths. */
export type FolderFiles = ReadonlyMap<string, string>;

/** All files of a program's folder but hidden ones and Python's caches; line ends become `\n` on every system. */
export async function readFolder(folder: string): Promise<FolderFiles> {
  const paths = await listFiles(folder, "");
  const texts = await fewAtOnce(paths, FILES_AT_ONCE, (path) => readFile(join(folder, path), "utf8"));
  return new Map(paths.map((path, index) => [path, (texts[index] ?? "").replaceAll("\r\n", "\n")]));
}

async function listFiles(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith(".") && name !== "__pycache__");
  const nested = visible.map((entry) => {
    const path = prefix + entry.name;
    return entry.isDirectory() ? listFiles(folder, `${path}/`) : [path];
  });
  return (await Promise.all(nested)).flat().sort();
}
