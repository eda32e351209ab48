/** What the local programs tell that no server does: each task's kind of bug, and its fix for the oracle. */
import { editBetween, type ReferenceEdit } from "../../agents/oracle-agent.ts";
import { openFolderSource } from "../../tasks/supply/folder-source.ts";

/** Both by a task's full name; undefined for one that does not lie here. */
export interface LocalTasks {
  readonly bugType: (taskName: string) => Promise<string | undefined>;
  readonly referenceEdit: (taskName: string) => Promise<ReferenceEdit | undefined>;
}

/** @throws BrokenProgramError */
export async function openLocalTasks(programs: string): Promise<LocalTasks> {
  const source = await openFolderSource(programs);
  return {
    bugType: async (taskName) => (await source.find(taskName))?.bugType,
    referenceEdit: async (taskName) => {
      const entry = await source.find(taskName);
      if (entry === undefined) return undefined;
      const { code, program } = await source.open(entry);
      return editBetween(code, program.solution);
    },
  };
}
