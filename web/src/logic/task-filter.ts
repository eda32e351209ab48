/** Choosing among tasks by difficulty, bug type, split and words. */
import type { PageTask } from "../../../src/protocol/page.ts";

export interface TaskFilter {
  readonly difficulty?: string | undefined;
  readonly bug_type?: string | undefined;
  readonly split?: string | undefined;
  readonly words?: string | undefined;
}

export function filterTasks(tasks: readonly PageTask[], filter: TaskFilter): readonly PageTask[] {
  const words = (filter.words ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return tasks.filter((task) => {
    if (filter.difficulty && task.difficulty !== filter.difficulty) return false;
    if (filter.bug_type && task.bug_type !== filter.bug_type) return false;
    if (filter.split && task.split !== filter.split) return false;
    const text = [task.task_name, task.title, task.description, task.bug_type, ...task.tags].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The values that a field has, each once, in order. */
export function valuesOf(tasks: readonly PageTask[], field: "difficulty" | "bug_type" | "split"): readonly string[] {
  return [...new Set(tasks.map((task) => task[field]))];
}
