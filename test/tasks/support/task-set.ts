/** All tasks at once, for tests that look at each of them: made up, or loaded from folders. A source like any other, too. */
import { createHash } from "node:crypto";
import type { Languages } from "../../../src/languages/languages.ts";
import type { Split } from "../../../src/protocol/protocol.ts";
import { openFolderSource } from "../../../src/tasks/supply/folder-source.ts";
import { indexedSource } from "../../../src/tasks/supply/indexed-source.ts";
import { TaskIndex } from "../../../src/tasks/supply/task-index.ts";
import type { ProgramFacts, TaskFacts, TaskSource } from "../../../src/tasks/supply/task-source.ts";
import type { Program, Task } from "../../../src/tasks/task.ts";

export interface TaskSet extends TaskSource {
  /** In the source's order. */
  readonly tasks: readonly Task[];
  readonly programs: readonly Program[];
  get(name: string): Task | undefined;
  inSplit(split: Split | null): readonly Task[];
}

export function taskSetOf(tasks: readonly Task[], { hash }: { hash: string }): TaskSet {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const facts = factsOf(tasks);
  const source = indexedSource(facts, { hash, open: async ({ name }) => found(byName.get(name)) });
  return withAll(
    source,
    new TaskIndex(facts).entries.map(({ name }) => found(byName.get(name))),
  );
}

export async function loadTaskSet(root: string, languages?: Languages): Promise<TaskSet> {
  const source = await openFolderSource(root, languages);
  const entries = await source.list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
  return withAll(source, await Promise.all(entries.map((entry) => source.open(entry))));
}

export function factsOf(tasks: readonly Task[]): TaskFacts[] {
  const programs = new Map(tasks.map(({ program }) => [program, programFacts(program)]));
  return tasks.map(({ name, program, bugType, difficulty }) => {
    return { name, program: found(programs.get(program)), bugType, difficulty };
  });
}

function programFacts({ name, language, title, description, split, tags }: Program): ProgramFacts {
  const contentHash = createHash("sha256").update(name).digest("hex");
  return { name, language: language.name, title, description, split, tags, contentHash };
}

function withAll(source: TaskSource, tasks: readonly Task[]): TaskSet {
  return {
    ...source,
    tasks,
    programs: [...new Set(tasks.map(({ program }) => program))],
    get: (name) => tasks.find((task) => task.name === name),
    inSplit: (split) => tasks.filter(({ program }) => split === null || program.split === split),
  };
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("There is no such task");
  return value;
}
