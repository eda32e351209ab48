/** Grades files that were written without an episode, as an episode that hands them in would be. */
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import { hiddenSeed, listsKey } from "../tasks/hidden-seed.ts";
import type { Task } from "../tasks/task.ts";
import { Examiner } from "./examiner.ts";
import { shareOf } from "./reward/facts.ts";
import { toWire } from "./reward/reward.ts";
import { REPAIR_SCORE } from "./reward/reward-prices.ts";
import { openWorkspace } from "./workspace.ts";

export interface SubmissionOptions {
  readonly sandbox: Sandbox;
  /** Draws the hidden tests. */
  readonly seed: number;
  /** The operator's part in what hidden tests are drawn from; null where the seed alone decides. */
  readonly secret: string | null;
  readonly signal?: AbortSignal;
}

/** What an untouched program is worth, and whatever cannot be graded. */
export const WORTHLESS = { reward: 0, solved: 0 } as const;

export interface SubmissionGrade {
  /** 1 where it is solved; otherwise less, by the share of failing tests that pass now, less those broken. */
  readonly reward: number;
  /** 1 where every visible and hidden test passes, else 0. */
  readonly solved: number;
}

/** @param source the task's files, as they were handed in */
export async function gradeSubmission(
  task: Task,
  source: Source,
  { sandbox, seed, secret, signal }: SubmissionOptions,
): Promise<SubmissionGrade> {
  const { program } = task;
  const drawn = { seed: hiddenSeed({ seed, episodeId: task.name, secret }), listsKey: listsKey(secret) };
  const { given } = openWorkspace(task);
  const examiner = new Examiner({ program, given, ...drawn, hiddenCount: "shown", sandbox, session: undefined });
  const { solved, standing } = await examiner.grade(source, signal);
  return solved ? { reward: 1, solved: 1 } : { reward: toWire(shareOf(REPAIR_SCORE, standing)), solved: 0 };
}
