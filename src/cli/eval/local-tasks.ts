/** What the local programs tell that no server does: each task's kind of bug, and its fix for the oracle. */
import { type ReferenceEdit, smallestEdit } from "../../agents/oracle-agent.ts";
import type { OperatorClass, TaskSetName } from "../../protocol/protocol.ts";
import { foldersOf } from "../../server/settings.ts";
import { changedFiles } from "../../tasks/changed-files.ts";
import { packagePrograms } from "../../tasks/supply/package-programs.ts";
import { TaskSets } from "../../tasks/supply/task-sets.ts";
import type { TaskEntry } from "../../tasks/supply/task-source.ts";
import type { OwnServerOptions } from "./own-server.ts";

/** What no server tells of a task. */
export interface LocalFacts {
  readonly bugType: string;
  readonly taskSet: TaskSetName;
  /** Of a generated task alone. */
  readonly operatorClass?: OperatorClass | undefined;
}

/** Each by a task's full name; undefined for one that does not lie here. */
export interface LocalTasks {
  /** All of a set. @throws TraceFixError where there is none of that name */
  readonly list: (set: TaskSetName) => Promise<readonly TaskEntry[]>;
  readonly facts: (taskName: string) => Promise<LocalFacts | undefined>;
  readonly referenceEdits: (taskName: string) => Promise<readonly ReferenceEdit[] | undefined>;
}

const SETS = ["classic", "generated", "imported", "impossible"] as const;

/**
 * The package's own, and those of the folders that are named beside, here or by the environment, as for a server.
 * @throws BrokenProgramError where those of the package are broken
 */
export async function openLocalTasks({ programs, environment }: OwnServerOptions): Promise<LocalTasks> {
  const imported = [...programs, ...foldersOf(environment.PROGRAMS_DIR ?? "")];
  const sets = await TaskSets.open({ ...packagePrograms(), imported });
  const known = SETS.flatMap((name) => (sets.has(name) ? [{ name, source: sets.of(name) }] : []));
  const find = async (taskName: string) => {
    for (const { name, source } of known) {
      const entry = await source.find(taskName);
      if (entry !== undefined) return { name, source, entry };
    }
    return undefined;
  };
  return {
    list: (set) => sets.of(set).list({}, { start: 0, stop: Number.POSITIVE_INFINITY }),
    facts: async (taskName) => {
      const found = await find(taskName);
      if (found === undefined) return undefined;
      const { name: taskSet, source, entry } = found;
      return { bugType: entry.bugType, taskSet, operatorClass: (await source.open(entry)).operatorClass };
    },
    referenceEdits: async (taskName) => {
      const found = await find(taskName);
      if (found === undefined) return undefined;
      const { code, program } = await found.source.open(found.entry);
      const { solution } = program;
      return changedFiles(code, solution).map(({ path, before, after }) => ({
        ...(!code.isOneFile && { path }),
        ...smallestEdit(before, after),
      }));
    },
  };
}
