/** One made-up task, as the page is told of it. */
import type { PageTask } from "../../src/protocol/protocol.ts";
import type { PageTasks } from "../../src/server/task-lists.ts";
import type { EpisodeTask } from "../../src/sessions/episode-listener.ts";

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
export function tasksOf(split: PageTask["split"]): PageTasks & { readonly task: EpisodeTask } {
  const task = { ...TASK, split };
  return {
    task: { program: task.program, bugType: task.bug_type, split },
    list: async () => ({
      tasks: [task],
      total: 1,
      all: 1,
      sets: ["classic"],
      values: { difficulty: ["easy"], bug_type: ["fake"], split: [split] },
    }),
    reference: async (name) => ({ task_name: name, given: "pass", solution: "THE REPAIR" }),
  };
}
