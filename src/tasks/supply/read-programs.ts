/** Reads the folders of programs under a root in their order, a few at a time. */
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCodeOf } from "../../ground/error-code.ts";
import { LANGUAGE_PACKS, type Languages } from "../../languages/languages.ts";
import { BrokenProgramError, type Problem, refuseFile } from "../broken-program.ts";
import { type LoadedProgram, loadProgram } from "../load-program.ts";
import { isPack, listPacked } from "../packed-programs.ts";
import { fewAtOnce } from "./few-at-once.ts";

/** Each opens several files. */
export const FOLDERS_AT_ONCE = 8;
/** So many are held in memory before they are taken. */
const FOLDERS_A_TURN = 64;

export interface ReadProgram {
  readonly folder: string;
  /** Null where there are problems. */
  readonly loaded: LoadedProgram | null;
  readonly problems: readonly Problem[];
}

export interface ProgramPlace {
  readonly folder: string;
  readonly language: string;
}

/** Every program of `root`, whose folders are `<language>/<program>`; a root without any is a problem of its own. */
export async function* readPrograms(root: string, languages: Languages): AsyncGenerator<ReadProgram> {
  let places: readonly ProgramPlace[];
  try {
    places = await listPrograms(root);
  } catch (error) {
    yield broken(root, error);
    return;
  }
  for (let start = 0; start < places.length; start += FOLDERS_A_TURN) {
    yield* await fewAtOnce(places.slice(start, start + FOLDERS_A_TURN), FOLDERS_AT_ONCE, (place) =>
      readProgram(place, languages),
    );
  }
}

/** A folder that cannot be used is told by its problems. */
export async function readProgram(
  { folder, language }: ProgramPlace,
  languages: Languages = LANGUAGE_PACKS,
): Promise<ReadProgram> {
  try {
    return { folder, loaded: await loadProgram(folder, { language, languages }), problems: [] };
  } catch (error) {
    return broken(folder, error);
  }
}

function broken(folder: string, error: unknown): ReadProgram {
  if (error instanceof BrokenProgramError) return { folder, loaded: null, problems: error.problems };
  throw error;
}

/** Where the programs of a root are, whatever is in them. @throws BrokenProgramError where the root has none */
export async function listPrograms(root: string): Promise<ProgramPlace[]> {
  if (isPack(root)) return packedPlaces(root);
  const places: ProgramPlace[] = [];
  for (const language of await listFolders(root)) {
    // One that cannot be listed stands for itself, and its reader says what is wrong with it.
    const programs = await listFolders(join(root, language)).catch(() => [""]);
    places.push(...programs.map((program) => ({ folder: join(root, language, program), language })));
  }
  if (places.length === 0) refuseFile(root, "put a program in a folder <language>/<program>; there is none");
  return places;
}

async function packedPlaces(file: string): Promise<ProgramPlace[]> {
  const programs = await listPacked(file).catch((error: unknown) => refuseFile(file, `it cannot be read: ${error}`));
  return programs.map((program) => ({ folder: join(file, program), language: dirname(program) }));
}

/** Whether a root is there and holds any. */
export async function hasPrograms(root: string): Promise<boolean> {
  return listPrograms(root).then(
    (places) => places.length > 0,
    () => false,
  );
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    refuseFile(folder, `this folder cannot be read: ${whyUnreadable(error)}`),
  );
  const folders = await fewAtOnce(entries, FOLDERS_AT_ONCE, async (entry) => {
    if (entry.name.startsWith(".")) return false;
    return entry.isSymbolicLink() ? leadsToFolder(join(folder, entry.name)) : entry.isDirectory();
  });
  return entries.flatMap(({ name }, index) => (folders[index] ? [name] : [])).sort();
}

/** Or nowhere, which its reader says. */
async function leadsToFolder(link: string): Promise<boolean> {
  return stat(link).then(
    (facts) => facts.isDirectory(),
    () => true,
  );
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is none; name one that is there",
  ENOTDIR: "it is a file; name the folder that it lies in",
  EACCES: "this user may not; let it be read, or name another",
};

/** Why a folder cannot be listed, and what to do. */
function whyUnreadable(error: unknown): string {
  const code = errorCodeOf(error) ?? "unknown";
  return UNREADABLE[code] ?? `the system says ${code}`;
}
