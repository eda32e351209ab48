/** What people may know of the tasks on the page: how they are described and tested; the repair only when asked for. */
import {
  invalidRequest,
  issueAbout,
  type PageTask,
  type PageTasksAnswer,
  type PageTasksQuery,
  type Reference,
  type TaskSetName,
} from "../protocol/protocol.ts";
import { changedFiles } from "./changed-files.ts";
import { describeExpectation } from "./describe.ts";
import { fewAtOnce } from "./supply/few-at-once.ts";
import type { TaskEntry, TaskSource } from "./supply/task-source.ts";
import type { Program } from "./task.ts";

/** A program's files are read several at once, too. */
const OPENED_AT_ONCE = 8;

export interface PageSets {
  /** What people wrote: listed where no set is asked for. */
  readonly usual: TaskSource;
  readonly all: TaskSource;
  /** What nobody can solve: never listed, and found by whole names as any other; null where there is none. */
  readonly impossible: TaskSource | null;
  /** @throws TraceFixError where there is none of that name */
  readonly named: (name: TaskSetName) => TaskSource;
  readonly names: () => readonly TaskSetName[];
}

/** Tells the page of tasks. `reference` is for episodes that are over, and its caller sees to that. */
export class PageTaskList {
  readonly #sets: PageSets;

  constructor(sets: PageSets) {
    this.#sets = sets;
  }

  async list({ start, limit, task_set, task_name, ...query }: PageTasksQuery): Promise<PageTasksAnswer> {
    const { bug_type: bugType, words, ...narrower } = query;
    const filter = { ...narrower, bugType, words };
    const source = this.#listed(task_set);
    const [named, listed, total, all, values, fitting] = await Promise.all([
      task_name === undefined ? undefined : this.#find(task_name),
      task_name === undefined ? source.list(filter, { start, stop: start + limit }) : [],
      source.count(filter),
      source.count(),
      source.values(),
      source.values(narrower),
    ]);
    const found = named === undefined ? listed.map((entry) => ({ entry, source })) : [named];
    return {
      tasks: await fewAtOnce(found, OPENED_AT_ONCE, (task) => this.#describe(task)),
      total: task_name === undefined ? total : found.length,
      all,
      sets: this.#sets.names().filter((name) => name !== "impossible"),
      values: {
        difficulty: [...values.difficulties],
        bug_type: [...fitting.bugTypes],
        split: [...values.splits],
      },
    };
  }

  async reference(taskName: string): Promise<Reference | undefined> {
    const found = await this.#find(taskName);
    if (found === undefined) return undefined;
    const { name, code, program } = await found.source.open(found.entry);
    const { solution } = program;
    const whole = { task_name: name, given: code.text, solution: solution.text };
    if (code.isOneFile) return whole;
    const files = changedFiles(code, solution).map(({ path, before, after }) => ({
      path,
      given: before,
      solution: after,
    }));
    return { ...whole, files };
  }

  /** @throws TraceFixError where there is no such set, or its tasks are not to be told from others */
  #listed(name: TaskSetName | undefined): TaskSource {
    if (name === undefined) return this.#sets.usual;
    if (name !== "impossible") return this.#sets.named(name);
    const message = `Cannot list the tasks of the set ${name}: who plays must not know them. A reset takes the set.`;
    throw invalidRequest(message, [issueAbout(name, { type: "value_error", loc: ["task_set"], msg: message })]);
  }

  /** A task that is named is found whichever set it is of: one that alone is not found would be known for what it is. */
  async #find(name: string): Promise<FoundTask | undefined> {
    const { all, impossible } = this.#sets;
    for (const source of [all, impossible]) {
      const entry = await source?.find(name);
      if (source !== null && entry !== undefined) return { entry, source };
    }
    return undefined;
  }

  async #describe({ entry, source }: FoundTask): Promise<PageTask> {
    // One whose files have changed since must not hide the others.
    const task = await source.open(entry).catch(() => null);
    const isWritten = (await this.#sets.usual.find(entry.name)) !== undefined;
    return describeTask(entry, { program: task?.program ?? null, isWritten });
  }
}

interface FoundTask {
  readonly entry: TaskEntry;
  readonly source: TaskSource;
}

interface OpenedProgram {
  /** Null where only the facts are known. */
  readonly program: Program | null;
  /** Whether its tests may be told whole: no other task contradicts them. */
  readonly isWritten: boolean;
}

function describeTask(
  { name, program, bugType, difficulty }: TaskEntry,
  { program: opened, isWritten }: OpenedProgram,
): PageTask {
  const tests = opened?.tests.map((test) => ({
    name: test.name,
    call: test.call,
    expected: isWritten ? describeExpectation(test.expectation, opened.language) : null,
  }));
  return {
    task_name: name,
    program: program.name,
    title: program.title,
    description: program.description,
    bug_type: bugType,
    difficulty,
    split: program.split,
    language: program.language,
    entry_point: opened?.entryPoint ?? "",
    tags: [...program.tags],
    tests: tests ?? [],
  };
}
