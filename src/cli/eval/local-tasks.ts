/** What the local programs tell that no server does: each task's kind of bug, and its fix for the oracle. */
import { type ReferenceEdit, smallestEdit } from "../../agents/oracle-agent.ts";
import { foldersOf } from "../../server/settings.ts";
import { changedFiles } from "../../tasks/changed-files.ts";
import { packagePrograms } from "../../tasks/supply/package-programs.ts";
import { TaskSets } from "../../tasks/supply/task-sets.ts";
import type { OwnServerOptions } from "./own-server.ts";

/** Both by a task's full name; undefined for one that does not lie here. */
export interface LocalTasks {
  readonly bugType: (taskName: string) => Promise<string | undefined>;
  readonly referenceEdits: (taskName: string) => Promise<readonly ReferenceEdit[] | undefined>;
}

/**
 * The package's own, and those of the folders that are named beside, here or by the environment, as for a server.
 * @throws BrokenProgramError where those of the package are broken
 */
export async function openLocalTasks({ programs, environment }: OwnServerOptions): Promise<LocalTasks> {
  const imported = [...programs, ...foldersOf(environment.PROGRAMS_DIR ?? "")];
  const sets = await TaskSets.open({ ...packagePrograms(), imported });
  const source = sets.of("all");
  return {
    bugType: async (taskName) => (await source.find(taskName))?.bugType,
    referenceEdits: async (taskName) => {
      const entry = await source.find(taskName);
      if (entry === undefined) return undefined;
      const { code, program } = await source.open(entry);
      const { solution } = program;
      return changedFiles(code, solution).map(({ path, before, after }) => ({
        ...(!code.isOneFile && { path }),
        ...smallestEdit(before, after),
      }));
    },
  };
}
