/** What people may know of the tasks on the page: how they are described and tested; the repair only when asked for. */
import type { PageTask, Reference } from "../protocol/protocol.ts";
import { describeExpectation } from "./describe.ts";
import type { Task } from "./task.ts";
import type { TaskSet } from "./task-set.ts";

/** Tells the page of a task set. `reference` is for episodes that are over, and its caller sees to that. */
export class PageTaskList {
  readonly #set: TaskSet;
  readonly #tasks: ReadonlyMap<string, PageTask>;

  constructor(set: TaskSet) {
    this.#set = set;
    this.#tasks = new Map(set.tasks.map((task) => [task.name, describeTask(task)]));
  }

  all(): readonly PageTask[] {
    return [...this.#tasks.values()];
  }

  find(taskName: string): PageTask | undefined {
    return this.#tasks.get(taskName);
  }

  reference(taskName: string): Reference | undefined {
    const task = this.#set.get(taskName);
    return task && { task_name: task.name, given: task.code, solution: task.program.solution };
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
    language: program.language.name,
    entry_point: program.entryPoint,
    tags: [...program.tags],
    tests: program.tests.map((test) => ({
      name: test.name,
      call: test.call,
      expected: describeExpectation(test.expectation, program.language),
    })),
  };
}
