/** Which of a server's tasks are played: those that the flags name, or the three of the baseline table. */
import type { PlannedTask } from "../../evaluation/plan.ts";
import { sampleTasks, type TaskSample } from "../../evaluation/sample-tasks.ts";
import { DIFFICULTIES, type Difficulty, type PublicTask, type Split } from "../../protocol/protocol.ts";
import { didYouMean } from "../../tasks/nearest-name.ts";
import type { LocalFacts } from "./local-tasks.ts";
import { StartError } from "./settings.ts";

/** What is played when no flag says otherwise. */
export const BASELINE_TASKS: readonly string[] = [
  "valid_parentheses_wrong_mapping",
  "binary_search_off_by_one",
  "reverse_string_returns_original",
];

export interface TaskWishes {
  readonly names: readonly string[];
  /** Empty for any. */
  readonly difficulties: readonly Difficulty[];
  readonly split: Split | null;
  /** Whether all there are is meant where nothing else is said. */
  readonly isWholeSet: boolean;
  /** Null for all that are left. */
  readonly sample: TaskSample | null;
}

/** Named tasks in the order they are named, others by difficulty, then by name. @throws StartError */
export function chooseTasks(tasks: readonly PublicTask[], wishes: TaskWishes): readonly PublicTask[] {
  const chosen = narrowTasks(tasks, wishes);
  const { sample } = wishes;
  return sample === null ? chosen : sampleTasks(chosen, { ...sample, nameOf: ({ task_name }) => task_name });
}

function narrowTasks(tasks: readonly PublicTask[], wishes: TaskWishes): readonly PublicTask[] {
  const { names, difficulties, split, isWholeSet } = wishes;
  const isWished = ({ difficulty, split: own }: PublicTask) =>
    (difficulties.length === 0 || difficulties.includes(difficulty)) && (split === null || own === split);
  const narrowed = [...difficulties, ...(split === null ? [] : [`split ${split}`])].join(", ");

  if (names.length === 0 && narrowed === "" && !isWholeSet) return BASELINE_TASKS.map((name) => named(tasks, name));
  if (names.length > 0) {
    const chosen = [...new Set(names)].map((name) => named(tasks, name));
    const other = chosen.find((task) => !isWished(task));
    if (other === undefined) return chosen;
    const { task_name, difficulty, split: own } = other;
    throw new StartError(
      `Cannot play ${task_name} as ${narrowed}: it is ${difficulty}, in split ${own}. Leave out --task, or the others.`,
    );
  }
  const chosen = tasks.filter(isWished).toSorted(compare);
  if (chosen.length > 0) return chosen;
  throw new StartError(`Cannot find a task that is ${narrowed}: the server has none. Leave one of the flags out.`);
}

/** @param facts what no server tells, because it gives the bug away, or did not need to be asked */
export function plannedTask(
  task: PublicTask,
  { bugType = "unknown", ...origin }: Partial<LocalFacts> = {},
): PlannedTask {
  const { task_name: name, difficulty, split, metadata } = task;
  return { name, program: metadata.program, bugType, difficulty, split, ...origin };
}

function named(tasks: readonly PublicTask[], name: string): PublicTask {
  const task = tasks.find(({ task_name }) => task_name === name);
  if (task !== undefined) return task;
  const siblings = tasks.filter(({ metadata }) => metadata.program === name).map(({ task_name }) => task_name);
  if (siblings.length > 0) {
    throw new StartError(`Cannot find the task ${name}: that is a program. Its tasks are ${siblings.join(", ")}.`);
  }
  const names = tasks.map(({ task_name }) => task_name).sort();
  throw new StartError(`Cannot find the task ${name}.${didYouMean(name, names) || ` There are ${names.join(", ")}.`}`);
}

function compare(a: PublicTask, b: PublicTask): number {
  const level = ({ difficulty }: PublicTask) => DIFFICULTIES.indexOf(difficulty);
  return level(a) - level(b) || (a.task_name < b.task_name ? -1 : 1);
}
