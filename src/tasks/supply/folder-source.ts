/** The source that reads folders of programs: facts at the start, and a program's texts when one of its tasks is played. */
import { createHash } from "node:crypto";
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
  const hash = createHash("sha256");
  const cache = new ProgramCache(languages);
  const tasks: TaskFacts[] = [];
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const root of roots) {
    for await (const { folder, loaded, problems: found } of readPrograms(root, languages)) {
      problems.push(...found);
      if (loaded === null) continue;
      hash.update(hashedText(loaded));
      tasks.push(...cache.add(loaded, folder));
      problems.push(...sharedNames(loaded, { folder, owners }));
    }
  }
  if (problems.length > 0) throw new BrokenProgramError(problems);
  return indexedSource(tasks, { hash: hash.digest("hex"), open: (facts) => cache.open(facts) });
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
