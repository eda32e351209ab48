/** What the local programs tell that no server does: each task's kind of bug, and its fix for the oracle. */
import { type ReferenceEdit, smallestEdit } from "../../agents/oracle-agent.ts";
import { foldersOf } from "../../server/settings.ts";
import { packagePrograms } from "../../tasks/supply/package-programs.ts";
import { TaskSets } from "../../tasks/supply/task-sets.ts";
import type { OwnServerOptions } from "./own-server.ts";

/** Both by a task's full name; undefined for one that does not lie here. */
export interface LocalTasks {
  readonly bugType: (taskName: string) => Promise<string | undefined>;
  readonly referenceEdit: (taskName: string) => Promise<ReferenceEdit | undefined>;
  /** Whether it is of the set of tasks that nobody can solve. */
  readonly isImpossible: (taskName: string) => Promise<boolean>;
}

/**
 * The package's own, and those of the folders that are named beside, here or by the environment, as for a server.
 * @throws BrokenProgramError where those of the package are broken
 */
export async function openLocalTasks({ programs, environment }: OwnServerOptions): Promise<LocalTasks> {
  const imported = [...programs, ...foldersOf(environment.PROGRAMS_DIR ?? "")];
  const sets = await TaskSets.open({ ...packagePrograms(), imported });
  const sources = [sets.of("all"), ...(sets.has("impossible") ? [sets.of("impossible")] : [])];
  const find = async (taskName: string) => {
    for (const source of sources) {
      const entry = await source.find(taskName);
      if (entry !== undefined) return { source, entry };
    }
    return undefined;
  };
  return {
    bugType: async (taskName) => (await find(taskName))?.entry.bugType,
    referenceEdit: async (taskName) => {
      const found = await find(taskName);
      if (found === undefined) return undefined;
      const { code, program } = await found.source.open(found.entry);
      return smallestEdit(code.text, program.solution.text);
    },
    isImpossible: async (taskName) => (await find(taskName))?.source === sources[1],
  };
}
