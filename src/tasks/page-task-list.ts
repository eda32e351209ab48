/** What people may know of the tasks on the page: how they are described and tested; the repair only when asked for. */
import type { PageTask, PageTasksAnswer, PageTasksQuery, Reference, TaskSetName } from "../protocol/protocol.ts";
import { changedFiles } from "./changed-files.ts";
import { describeExpectation } from "./describe.ts";
import { fewAtOnce } from "./supply/few-at-once.ts";
import type { TaskEntry, TaskSource } from "./supply/task-source.ts";
import type { Program } from "./task.ts";

/** A program's files are read several at once, too. */
const OPENED_AT_ONCE = 8;

export interface PageSets {
  /** What is listed where no set is asked for. */
  readonly usual: TaskSource;
  readonly all: TaskSource;
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
    const source = task_set === undefined ? this.#sets.usual : this.#sets.named(task_set);
    const [named, listed, total, all, values, fitting] = await Promise.all([
      task_name === undefined ? undefined : this.#find(task_name),
      task_name === undefined ? source.list(filter, { start, stop: start + limit }) : [],
      source.count(filter),
      source.count(),
      source.values(),
      source.values(narrower),
    ]);
    const entries = named === undefined ? listed : [named];
    return {
      tasks: await fewAtOnce(entries, OPENED_AT_ONCE, (entry) => this.#describe(entry)),
      total: task_name === undefined ? total : entries.length,
      all,
      sets: [...this.#sets.names()],
      values: {
        difficulty: [...values.difficulties],
        bug_type: [...fitting.bugTypes],
        split: [...values.splits],
      },
    };
  }

  async reference(taskName: string): Promise<Reference | undefined> {
    const entry = await this.#find(taskName);
    if (entry === undefined) return undefined;
    const { name, code, program } = await this.#sets.all.open(entry);
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

  /** A task that is named is found whichever set it is of. */
  #find(name: string): Promise<TaskEntry | undefined> {
    return this.#sets.all.find(name);
  }

  async #describe(entry: TaskEntry): Promise<PageTask> {
    // One whose files have changed since must not hide the others.
    const task = await this.#sets.all.open(entry).catch(() => null);
    return describeTask(entry, task?.program ?? null);
  }
}

/** @param opened null where only the facts are known */
function describeTask({ name, program, bugType, difficulty }: TaskEntry, opened: Program | null): PageTask {
  const tests = opened?.tests.map((test) => ({
    name: test.name,
    call: test.call,
    expected: describeExpectation(test.expectation, opened.language),
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
