/** What a reset request asks of the task itself, each condition able to say itself and to say what a task is instead. */
import { DIFFICULTIES, type Difficulty, type ResetRequest } from "../protocol/protocol.ts";
import { curriculumDifficulty } from "./curriculum.ts";
import type { Task } from "./task.ts";

export interface Condition {
  readonly field: "language" | "difficulty" | "training_step";
  /** The condition in words, such as `difficulty easy`. */
  readonly says: string;
  /** The difficulty it pins, if it pins one. */
  readonly difficulty: Difficulty | null;
  readonly allows: (task: Task) => boolean;
  /** What a task is in this respect, such as `is hard`. */
  readonly factOf: (task: Task) => string;
}

type Conditions = Pick<ResetRequest, "language" | "difficulty" | "training_step">;

/** The conditions of a request, the one that decides first standing first. */
export function conditionsOf({ language, difficulty, training_step: step }: Conditions): Condition[] {
  const conditions: Condition[] = [];
  if (language != null) {
    conditions.push({
      field: "language",
      says: `language ${language}`,
      difficulty: null,
      allows: ({ program }) => program.language.name === language,
      factOf: ({ program }) => `is written in ${program.language.name}`,
    });
  }
  if (difficulty != null) conditions.push(pin(difficulty, { field: "difficulty", says: `difficulty ${difficulty}` }));
  const level = step == null ? null : curriculumDifficulty(step);
  if (level !== null) {
    conditions.push(pin(level, { field: "training_step", says: `training_step ${step}, which calls for ${level}` }));
  }
  return conditions;
}

function pin(difficulty: Difficulty, { field, says }: Pick<Condition, "field" | "says">): Condition {
  return {
    field,
    says,
    difficulty,
    allows: (task) => task.difficulty === difficulty,
    factOf: (task) => `is ${task.difficulty}`,
  };
}

/** `split train`, or `the whole task set`. */
export function describeSplit(split: ResetRequest["split"]): string {
  return split == null ? "the whole task set" : `split ${split}`;
}

/** `2 medium and 4 hard tasks`, or `no tasks`. */
export function countTasks(tasks: readonly Task[]): string {
  const counts = DIFFICULTIES.map((difficulty) => ({
    difficulty,
    count: tasks.filter((task) => task.difficulty === difficulty).length,
  })).filter(({ count }) => count > 0);
  const parts = counts.map(({ difficulty, count }) => `${count} ${difficulty}`);
  const last = parts.pop();
  if (last === undefined) return "no tasks";
  return `${parts.length === 0 ? "" : `${parts.join(", ")} and `}${last} ${tasks.length === 1 ? "task" : "tasks"}`;
}
