/** What anybody may know of the tasks: their names and their programs' descriptions, never code. */
import type { PublicTask, Split } from "../protocol/protocol.ts";
import type { TaskSet } from "./task-set.ts";

/** A split's tasks in the order in which a reset's `index` counts them. */
export function publicTasks(set: TaskSet, split: Split): PublicTask[] {
  return set.inSplit(split).map(({ name, difficulty, program }, index) => ({
    task_name: name,
    split,
    index,
    difficulty,
    language: program.language.name,
    metadata: {
      program: program.name,
      title: program.title,
      description: program.description,
      tags: [...program.tags],
    },
  }));
}
