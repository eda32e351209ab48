/** The source that reads folders of programs: facts at the start, and a program's texts when one of its tasks is played. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { LANGUAGE_PACKS, type Languages } from "../../languages/languages.ts";
import { BrokenProgramError, type Problem, takenName } from "../broken-program.ts";
import type { LoadedProgram } from "../load-program.ts";
import { listTasks } from "../mutants/program-tasks.ts";
import { indexedSource } from "./indexed-source.ts";
import { hashedText, ProgramCache } from "./program-cache.ts";
import { readPrograms } from "./read-programs.ts";
import type { TaskFacts, TaskSource } from "./task-source.ts";

/** Every program under `root`, whose folders are `<language>/<program>`. @throws as `openFolders` does */
export function openFolderSource(root: string, languages: Languages = LANGUAGE_PACKS): Promise<TaskSource> {
  return openFolders([root], languages);
}

/** @throws BrokenProgramError with all problems of all programs of all roots at once */
export async function openFolders(
  roots: readonly string[],
  languages: Languages = LANGUAGE_PACKS,
): Promise<TaskSource> {
  const { source, problems } = await openWholeFolders(roots, languages);
  if (problems.length > 0) throw new BrokenProgramError(problems);
  return source;
}

export interface WholeFolders {
  /** The programs that can be loaded. */
  readonly source: TaskSource;
  /** All that is wrong with the others. */
  readonly problems: readonly Problem[];
  /** The names of the others' folders. */
  readonly broken: ReadonlySet<string>;
}

/** Leaves out what is broken, and tells it. */
export async function openWholeFolders(
  roots: readonly string[],
  languages: Languages = LANGUAGE_PACKS,
): Promise<WholeFolders> {
  const hash = createHash("sha256");
  const cache = new ProgramCache(languages);
  const tasks: TaskFacts[] = [];
  const problems: Problem[] = [];
  const broken = new Set<string>();
  const owners = new Map<string, string>();
  for (const root of roots) {
    for await (const { folder, loaded, problems: found } of readPrograms(root, languages)) {
      const wrong = loaded === null ? found : sharedNames(loaded, { folder, owners });
      problems.push(...wrong);
      if (wrong.length > 0) broken.add(basename(folder));
      if (loaded === null || wrong.length > 0) continue;
      hash.update(hashedText(loaded));
      tasks.push(...cache.add(loaded, folder));
    }
  }
  const source = indexedSource(tasks, { hash: hash.digest("hex"), open: (facts) => cache.open(facts) });
  return { source, problems, broken };
}

function sharedNames(loaded: LoadedProgram, where: { folder: string; owners: Map<string, string> }): Problem[] {
  const { folder, owners } = where;
  return listTasks(loaded).flatMap(({ name }) => {
    const owner = owners.get(name);
    if (owner === undefined) {
      owners.set(name, folder);
      return [];
    }
    return [takenName(folder, { name, owner })];
  });
}
