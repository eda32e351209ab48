/** What people may know of the tasks on the page: how they are described and tested; the repair only when asked for. */
import type { PageTask, Reference } from "../protocol/protocol.ts";
import { describeExpectation } from "./describe.ts";
import type { TaskSource } from "./supply/task-source.ts";
import type { Task } from "./task.ts";

/** Tells the page of a source's tasks. `reference` is for episodes that are over, and its caller sees to that. */
export class PageTaskList {
  readonly #source: TaskSource;

  constructor(source: TaskSource) {
    this.#source = source;
  }

  async all(): Promise<readonly PageTask[]> {
    const entries = await this.#source.list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
    const tasks: PageTask[] = [];
    for (const entry of entries) tasks.push(describeTask(await this.#source.open(entry)));
    return tasks;
  }

  async reference(taskName: string): Promise<Reference | undefined> {
    const entry = await this.#source.find(taskName);
    if (entry === undefined) return undefined;
    const { name, code, program } = await this.#source.open(entry);
    return { task_name: name, given: code, solution: program.solution };
  }
}

function describeTask({ name, program, bugType, difficulty }: Task): PageTask {
  return {
    task_name: name,
    program: program.name,
    title: program.title,
    description: program.description,
    bug_type: bugType,
    difficulty,
    split: program.split,
    language: program.language,
    entry_point: program.entryPoint,
    tags: [...program.tags],
    tests: program.tests.map((test) => ({
      name: test.name,
      call: test.call,
      expected: describeExpectation(test.expectation),
    })),
  };
}
