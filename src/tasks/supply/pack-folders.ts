/** Makes one file of folders of programs. */
import { relative, sep } from "node:path";
import { LANGUAGE_PACKS, type Languages } from "../../languages/languages.ts";
import { BrokenProgramError } from "../broken-program.ts";
import type { FolderFiles } from "../folder-files.ts";
import { packPrograms } from "../packed-programs.ts";
import { readPrograms } from "./read-programs.ts";

/**
 * @param root a folder of folders `<language>/<program>`
 * @returns the bytes of a file that can stand for it, its name ended by `.pack`
 * @throws BrokenProgramError with the first program's problems that has any
 */
export async function packFolders(root: string, languages: Languages = LANGUAGE_PACKS): Promise<Uint8Array> {
  const programs = new Map<string, FolderFiles>();
  for await (const { folder, loaded, problems } of readPrograms(root, languages)) {
    if (loaded === null) throw new BrokenProgramError(problems);
    programs.set(relative(root, folder).replaceAll(sep, "/"), loaded.files);
  }
  return packPrograms(programs);
}
