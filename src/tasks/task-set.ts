/** All tasks there are, in one order that every server shares. */
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES, type Languages } from "../languages/languages.ts";
import { DIFFICULTIES, type Split } from "../protocol/protocol.ts";
import { BrokenProgramError, type Problem } from "./broken-program.ts";
import { type LoadedProgram, loadProgram } from "./load-program.ts";
import type { Program, Task } from "./task.ts";

export class TaskSet {
  /** By difficulty, then program, then task name. */
  readonly tasks: readonly Task[];
  readonly programs: readonly Program[];
  /** SHA-256, in hexadecimal, of every file the tasks were made from: servers with the same hash give the same episodes. */
  readonly hash: string;

  readonly #byName: ReadonlyMap<string, Task>;

  constructor(tasks: readonly Task[], { hash }: { hash: string }) {
    this.tasks = [...tasks].sort(compareTasks);
    this.programs = [...new Set(this.tasks.map(({ program }) => program))];
    this.hash = hash;
    this.#byName = new Map(this.tasks.map((task) => [task.name, task]));
  }

  get(name: string): Task | undefined {
    return this.#byName.get(name);
  }

  /** The tasks of a split, or all for null, in the set's order: what an index counts in. */
  inSplit(split: Split | null): readonly Task[] {
    return split === null ? this.tasks : this.tasks.filter(({ program }) => program.split === split);
  }
}

/**
 * Loads every program under `root`, whose folders are `<language>/<program>`.
 * @throws BrokenProgramError with all problems of all programs at once.
 */
export async function loadTaskSet(root: string, languages: Languages = LANGUAGES): Promise<TaskSet> {
  const folders = (await listFolders(root)).map((language) =>
    listFolders(join(root, language)).then((programs) => programs.map((program) => ({ language, program }))),
  );
  const attempts = (await Promise.all(folders)).flat().map(({ language, program }) => {
    const folder = join(root, language, program);
    return loadProgram(folder, { language, languages }).then(
      (loaded) => ({ folder, loaded, problems: [] }),
      (error: unknown) => {
        if (error instanceof BrokenProgramError) return { folder, loaded: null, problems: error.problems };
        throw error;
      },
    );
  });
  const results = await Promise.all(attempts);
  const loaded = results.flatMap((result) =>
    result.loaded === null ? [] : [{ ...result.loaded, folder: result.folder }],
  );
  const problems = [...results.flatMap((result) => result.problems), ...sharedNames(loaded)];
  if (results.length === 0)
    problems.push(problemAt(root, "put a program in a folder <language>/<program>; there is none"));
  if (problems.length > 0) throw new BrokenProgramError(problems);
  return new TaskSet(
    loaded.flatMap(({ tasks }) => tasks),
    { hash: hashPrograms(loaded) },
  );
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new BrokenProgramError([problemAt(folder, `this folder cannot be read (${String(error)})`)]);
  });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
}

/** A task's name is `<program>_<bug>`, which two programs can come to in different ways. */
function sharedNames(loaded: readonly (LoadedProgram & { folder: string })[]): Problem[] {
  const owners = new Map<string, string>();
  return loaded.flatMap(({ tasks, folder }) =>
    tasks.flatMap(({ name }) => {
      const owner = owners.get(name);
      if (owner !== undefined)
        return [problemAt(folder, `rename the program or its bug: ${owner} has a task ${name} too`)];
      owners.set(name, folder);
      return [];
    }),
  );
}

function problemAt(file: string, message: string): Problem {
  return { file, line: null, key: null, message };
}

function hashPrograms(loaded: readonly LoadedProgram[]): string {
  const hash = createHash("sha256");
  for (const { program, files } of loaded) {
    // As JSON no two different lists of files run together into the same bytes.
    hash.update(JSON.stringify([program.language.name, program.name, [...files]]));
  }
  return hash.digest("hex");
}

function compareTasks(a: Task, b: Task): number {
  const level = (task: Task) => DIFFICULTIES.indexOf(task.difficulty);
  return level(a) - level(b) || compareText(a.program.name, b.program.name) || compareText(a.name, b.name);
}

/** By code unit: the order must not depend on the machine's language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
