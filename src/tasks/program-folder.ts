/** Reads the files of one program's folder, no deeper than `bugs/`. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCodeOf } from "../ground/error-code.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import { BrokenProgramError, type Problem, refuseFile } from "./broken-program.ts";
import type { FolderFiles } from "./folder-files.ts";
import { packedFolder, readPacked } from "./packed-programs.ts";
import { readUtf8 } from "./read-utf8.ts";
import { fewAtOnce } from "./supply/few-at-once.ts";

const FILES_AT_ONCE = 16;

/** No program that people write is so large, and a source is held in memory. */
const MOST_BYTES = 1024 * 1024;

/**
 * All files of a program's folder but those that are no part of it; line ends become `\n` on every system.
 * @throws BrokenProgramError with every file that cannot be read
 */
export async function readFolder(folder: string, { leftovers }: Pick<LanguagePack, "leftovers">): Promise<FolderFiles> {
  const packed = packedFolder(folder);
  if (packed !== null) return readPacked(packed);
  const paths = (await listFiles(folder, leftovers)).sort();
  const problems: Problem[] = [];
  const texts = await fewAtOnce(paths, FILES_AT_ONCE, async (path) => {
    const file = join(folder, path);
    const unfit = await unfitness(file);
    const found = unfit === null ? readUtf8(await bytesOf(file)) : null;
    if (found !== null && "text" in found) return found.text;
    problems.push({ file, line: found?.badLine ?? null, key: null, message: unfit ?? NOT_UTF8 });
    return "";
  });
  if (problems.length > 0) throw new BrokenProgramError(problems.sort((a, b) => (a.file < b.file ? -1 : 1)));
  return new Map(paths.map((path, index) => [path, (texts[index] ?? "").replaceAll("\r\n", "\n")]));
}

const NOT_UTF8 = "this line holds bytes that are not UTF-8; save the file as UTF-8";

function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => refuseFile(file, cannotBeRead("file", error)));
}

/** Why a file is not to be opened: anyone who opens a pipe waits for somebody to write into it. */
async function unfitness(file: string): Promise<string | null> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return "this is no regular file; remove it";
    return facts.size > MOST_BYTES ? "this file is larger than 1 MiB; make it smaller or remove it" : null;
  } catch (error) {
    return codeOf(error) === "ENOENT" ? "this link leads to no file; mend or remove it" : cannotBeRead("file", error);
  }
}

/** @throws what says nothing of the file: too many others are open */
function cannotBeRead(what: "file" | "folder", error: unknown): string {
  if (["EMFILE", "ENFILE"].includes(codeOf(error))) throw error;
  return `this ${what} cannot be read (${codeOf(error)}); mend or remove it`;
}

function codeOf(error: unknown): string {
  return errorCodeOf(error) ?? String(error);
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
    refuseFile(here, cannotBeRead("folder", error)),
  );
  const nested = entries
    .filter((entry) => isProgramFile(entry, leftovers))
    .map((entry) => {
      const path = prefix + entry.name;
      return entry.isDirectory() ? listFiles(folder, leftovers, `${path}/`) : [path];
    });
  return (await Promise.all(nested)).flat();
}
