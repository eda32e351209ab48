/** The verb `tracefix tasks new`: makes a folder that is a sound task, for an author to change into his own. */
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { makeFolders } from "../ground/make-folders.ts";
import { pathExists } from "../ground/path-exists.ts";
import { writeTexts } from "../ground/write-texts.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import type { Split } from "../protocol/protocol.ts";
import { isProgramName } from "../tasks/load-program.ts";

export interface TasksNewOptions {
  readonly name: string;
  /** The folder of folders `<language>/<program>`. */
  readonly dir: string;
  readonly split: Split;
  /** Where it is told why nothing was made. */
  readonly log: Writable;
}

/** @returns the exit code: 0 if the folder is there, 2 if it could not be made. */
export async function tasksNew({ name, dir, split, log }: TasksNewOptions, output: Writable): Promise<number> {
  const refuse = (why: string) => {
    log.write(`Cannot make a program ${name}: ${why}\n`);
    return 2;
  };
  if (!isProgramName(name)) return refuse("name it in small letters, digits and underscores, a letter first.");
  if (dir.trim() === "") return refuse("name the folder of programs that it shall lie in.");
  const language = [...LANGUAGE_PACKS.values()].find(({ authoring }) => authoring !== null);
  if (!language?.authoring) return refuse("no language has programs to begin from.");
  const folder = join(dir, language.name, name);
  if (await pathExists(folder)) return refuse(`${folder} is there already. Choose another name, or remove it.`);
  const cannot = (error: unknown) =>
    refuse(`${folder} cannot be written (${error instanceof Error ? error.message : String(error)}).`);
  try {
    await makeFolders(dirname(folder));
    await mkdir(folder);
  } catch (error) {
    return cannot(error);
  }
  try {
    await writeTexts(folder, language.authoring.newProgram({ split }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return cannot(error);
  }
  output.write(`${nextSteps({ folder, dir, name, extension: language.extension })}\n`);
  return 0;
}

interface MadeFolder {
  readonly folder: string;
  readonly dir: string;
  readonly name: string;
  readonly extension: string;
}

function nextSteps({ folder, dir, name, extension }: MadeFolder): string {
  const programs = /^[\w./~-]+$/.test(dir) ? dir : JSON.stringify(dir);
  return `Made ${folder}: a small program, one bug in it, and a generator of calls. It is sound as it stands.

Next:
  1. tracefix tasks validate --watch --programs ${programs} ${name}
     proves it now, and again whenever you save a file.
  2. Write your own program into solution.${extension}, and what it does into program.yaml.
  3. Write your visible tests into program.yaml, and let generate.${extension} draw calls of every kind.
  4. Put a bug into bugs/, one file for each, and list it in program.yaml.
  5. tracefix eval --agent oracle --programs ${programs} --task ${name}_no_whole_hours
     plays the task, under the name of your bug by then.

docs/own-programs.md says what each file may hold.`;
}
