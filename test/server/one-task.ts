/** One made-up task, as the page is told of it. */
import type { PageTask } from "../../src/protocol/protocol.ts";
import type { PageTasks } from "../../src/server/page-tasks.ts";

const TASK: PageTask = {
  task_name: "fake_task",
  program: "fake",
  title: "A fake",
  description: "It passes.",
  bug_type: "fake",
  difficulty: "easy",
  split: "train",
  language: "python",
  entry_point: "f",
  tags: [],
  tests: [],
};

/** One task, of this split. */
export function tasksOf(split: PageTask["split"]): PageTasks {
  const task = { ...TASK, split };
  return {
    all: () => [task],
    find: (name) => (name === task.task_name ? task : undefined),
    reference: (name) => ({ task_name: name, given: "pass", solution: "THE REPAIR" }),
  };
}
