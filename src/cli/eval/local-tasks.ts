/** What the local programs tell that no server does: each task's kind of bug, and its fix for the oracle. */
import { editBetween, type ReferenceEdit } from "../../agents/oracle-agent.ts";
import { loadTaskSet } from "../../tasks/task-set.ts";

export interface LocalTasks {
  /** Both by the tasks' full names. */
  readonly bugTypes: ReadonlyMap<string, string>;
  readonly referenceEdits: ReadonlyMap<string, ReferenceEdit>;
}

/** @throws BrokenProgramError */
export async function loadLocalTasks(programs: string): Promise<LocalTasks> {
  const { tasks } = await loadTaskSet(programs);
  return {
    bugTypes: new Map(tasks.map(({ name, bugType }) => [name, bugType])),
    referenceEdits: new Map(tasks.map(({ name, code, program }) => [name, editBetween(code, program.solution)])),
  };
}
