/** What a reset request asks of the task itself, each condition able to say itself and to say what a task is instead. */
import { DIFFICULTIES, type Difficulty, type ResetRequest } from "../protocol/protocol.ts";
import type { TaskFacts, TaskFilter, TaskSource } from "./supply/task-source.ts";

export interface Condition {
  readonly field: "language" | "difficulty" | "training_step";
  /** The condition in words, such as `difficulty easy`. */
  readonly says: string;
  /** The difficulty it pins, if it pins one. */
  readonly difficulty: Difficulty | null;
  readonly allows: (task: TaskFacts) => boolean;
  /** What a task is in this respect, such as `is hard`. */
  readonly factOf: (task: TaskFacts) => string;
}

type Conditions = Pick<ResetRequest, "language" | "difficulty" | "training_step">;

/** The conditions of a request, the one that decides first standing first. */
export function taskConditionsOf({ language, difficulty, training_step: step }: Conditions): Condition[] {
  const conditions: Condition[] = [];
  if (language != null) {
    conditions.push({
      field: "language",
      says: `language ${language}`,
      difficulty: null,
      allows: ({ program }) => program.language === language,
      factOf: ({ program }) => `is written in ${program.language}`,
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
export async function countTasks(source: TaskSource, filter: TaskFilter): Promise<string> {
  const counts = await Promise.all(DIFFICULTIES.map((difficulty) => source.count({ ...filter, difficulty })));
  const parts = counts.flatMap((count, place) => (count > 0 ? [`${count} ${DIFFICULTIES[place]}`] : []));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const last = parts.pop();
  if (last === undefined) return "no tasks";
  return `${parts.length === 0 ? "" : `${parts.join(", ")} and `}${last} ${total === 1 ? "task" : "tasks"}`;
}

/** Of a trainer's curriculum. */
const MEDIUM_FROM_STEP = 1_000;
const HARD_FROM_STEP = 5_000;

/** The difficulty for a training step; null, for any, at 0. */
export function curriculumDifficulty(trainingStep: number): Difficulty | null {
  if (trainingStep === 0) return null;
  if (trainingStep < MEDIUM_FROM_STEP) return "easy";
  return trainingStep < HARD_FROM_STEP ? "medium" : "hard";
}
