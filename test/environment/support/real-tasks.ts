/** The tasks that ship with the environment, as arenas over a real sandbox. */
import { fileURLToPath } from "node:url";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import type { Task } from "../../../src/tasks/task.ts";
import { loadTaskSet, type TaskSet } from "../../tasks/support/task-set.ts";
import { type Arena, COMMENT_LETTER, COMMON_LETTERS, IDLE_LETTERS, rewrite } from "./arena.ts";

export async function loadRealTasks(): Promise<TaskSet> {
  return loadTaskSet(fileURLToPath(new URL("../../../programs", import.meta.url)));
}

/** `F` writes the solution, `G` the file as it was given, `O` the program's other bug, `B` something that is no such program at all. */
export function realArena(task: Task, { tasks, sandbox }: { tasks: TaskSet; sandbox: Sandbox }): Arena {
  const { program, name } = task;
  const other = tasks.tasks.find((sibling) => sibling.program === program && sibling.name !== name);
  return {
    name,
    choice: { task, programHash: "", index: tasks.tasks.indexOf(task), split: null },
    sandbox,
    alphabet: {
      ...COMMON_LETTERS,
      ...IDLE_LETTERS,
      ...COMMENT_LETTER,
      F: rewrite(program.solution.text),
      G: rewrite(task.code.text),
      O: rewrite((other?.code ?? program.solution).text),
      B: rewrite("nothing = 0"),
    },
  };
}
