/** Reads the files of one program's folder, no deeper than `bugs/`. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LanguagePack } from "../languages/language-pack.ts";
import { BrokenProgramError } from "./broken-program.ts";
import { fewAtOnce } from "./supply/few-at-once.ts";

const FILES_AT_ONCE = 16;

/** Text of each file by its path within the folder, `/` between the parts, in the order of the paths. */
export type FolderFiles = ReadonlyMap<string, string>;

/** All files of a program's folder but those that are no part of it; line ends become `\n` on every system. */
export async function readFolder(folder: string, { leftovers }: Pick<LanguagePack, "leftovers">): Promise<FolderFiles> {
  const paths = (await listFiles(folder, leftovers)).sort();
  const texts = await fewAtOnce(paths, FILES_AT_ONCE, (path) => readText(join(folder, path)));
  return new Map(paths.map((path, index) => [path, (texts[index] ?? "").replaceAll("\r\n", "\n")]));
}

async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => unreadable("file", file, error));
}

function unreadable(what: "file" | "folder", file: string, error: unknown): never {
  const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const message = `this ${what} cannot be read (${why}); mend or remove it`;
  throw new BrokenProgramError([{ file, line: null, key: null, message }]);
}

/** For people, not for the program. */
const FOR_PEOPLE = /^(?:README|LICENSE)(?:\.md|\.txt)?$/i;

/** Hidden files, what a language's tools leave and what people read belong to nobody's program. */
export function isProgramFile({ name }: { readonly name: string }, leftovers: readonly string[]): boolean {
  return !name.startsWith(".") && !leftovers.includes(name) && !FOR_PEOPLE.test(name);
}

async function listFiles(folder: string, leftovers: readonly string[], prefix = ""): Promise<string[]> {
  const here = join(folder, prefix);
  const entries = await readdir(here, { withFileTypes: true }).catch((error: unknown) =>
    unreadable("folder", here, error),
  );
  const nested = entries
    .filter((entry) => isProgramFile(entry, leftovers))
    .map((entry) => {
      const path = prefix + entry.name;
      return entry.isDirectory() ? listFiles(folder, leftovers, `${path}/`) : [path];
    });
  return (await Promise.all(nested)).flat();
}
