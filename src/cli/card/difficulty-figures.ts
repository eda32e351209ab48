/** How hard the generated tasks are, by what was measured, and whether that orders what the search agent solves. */
import { meanOf, quantileOf } from "../../evaluation/statistics/bootstrap.ts";
import { wilsonInterval } from "../../evaluation/statistics/wilson.ts";
import { DIFFICULTIES, type Difficulty } from "../../protocol/protocol.ts";
import type { LoadedProgram } from "../../tasks/load-program.ts";
import { type FittedWeights, fitDifficulty } from "../../tasks/mutants/fit-difficulty.ts";
import {
  difficultyAt,
  difficultyFeatures,
  difficultyScore,
  type Measured,
  measuredOf,
} from "../../tasks/mutants/mutant-difficulty.ts";
import type { TaskMeasures } from "../../tasks/mutants/task-measures.ts";

export interface MeasuredTask {
  readonly id: string;
  readonly measured: Measured;
  readonly score: number;
  readonly difficulty: Difficulty;
  readonly measures: TaskMeasures | undefined;
}

/** Every generated task of the programs with what is known of it. */
export function measuredTasks(programs: readonly LoadedProgram[]): readonly MeasuredTask[] {
  return programs.flatMap(({ program, mutants, measures: all }) =>
    mutants.map((mutant) => {
      const measures = all.get(mutant.id);
      const measured = measuredOf(program, mutant, measures);
      const score = difficultyScore(measured);
      return { id: mutant.id, measured, score, difficulty: difficultyAt(score), measures };
    }),
  );
}

/** In how many parts the tasks are cut to tell what weights say of tasks that they were not fitted to. */
const FOLDS = 5;

function foldOf({ id }: MeasuredTask): number {
  return Number.parseInt(id.slice(-2), 16) % FOLDS;
}

export interface FittedDifficulty {
  readonly weights: FittedWeights;
  /** The scores under these weights that cut all tasks into thirds. */
  readonly bounds: { readonly medium: number; readonly hard: number };
}

/**
 * What the weights and bounds in the code should be, of which they are the rounded ones.
 * @param isFitted which of the tasks that were played the weights are fitted to; all, if left out
 */
export function refitDifficulty(
  tasks: readonly MeasuredTask[],
  isFitted: (task: MeasuredTask) => boolean = () => true,
): FittedDifficulty {
  const played = tasks
    .filter(isFitted)
    .flatMap(({ measured, measures }) =>
      measures?.search == null ? [] : [{ features: difficultyFeatures(measured), isSolved: measures.search.solved }],
    );
  const weights = fitDifficulty(played);
  const rounded = { base: round(weights.base), features: weights.features.map(round) };
  const scores = tasks.map(({ measured }) => difficultyScore(measured, rounded)).sort((a, b) => a - b);
  const bounds = { medium: round(quantileOf(scores, 1 / 3)), hard: round(quantileOf(scores, 2 / 3)) };
  return { weights: rounded, bounds };
}

/** The difficulty that each task would have by weights that were fitted without its part of the tasks. */
function heldOutDifficulties(tasks: readonly MeasuredTask[]): ReadonlyMap<MeasuredTask, Difficulty> {
  const fits = Array.from({ length: FOLDS }, (_, fold) => refitDifficulty(tasks, (task) => foldOf(task) !== fold));
  return new Map(
    tasks.flatMap((task) => {
      const fit = fits[foldOf(task)];
      return fit === undefined ? [] : [[task, difficultyAt(difficultyScore(task.measured, fit.weights), fit.bounds)]];
    }),
  );
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

/** Of how many tasks that were played, how many were solved. */
interface PlayedShare {
  readonly played: number;
  readonly solved: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface DifficultyBucket {
  readonly difficulty: Difficulty;
  readonly tasks: number;
  readonly mean_failing: number;
  readonly mean_differing: number;
  readonly raising: number;
  readonly median_distance: number | null;
  readonly median_lines: number;
  readonly search: PlayedShare;
  /** Of those that are in this bucket by weights fitted without them, in five parts. */
  readonly held_out: PlayedShare;
  readonly median_steps: number | null;
  readonly counted: number;
  readonly mean_plausible_edits: number | null;
}

export interface MeasureDistribution {
  readonly measure: string;
  readonly tasks: number;
  /** At 10, 25, 50, 75 and 90 %. */
  readonly quantiles: readonly number[];
}

export interface DifficultyFigures {
  /** Tasks whose distance was measured. */
  readonly measured: number;
  readonly buckets: readonly DifficultyBucket[];
  readonly distributions: readonly MeasureDistribution[];
  /** Whether the search agent solves less from bucket to bucket, of all that it played and of those held out. */
  readonly is_ordered: boolean;
  readonly is_ordered_held_out: boolean;
}

export function difficultyFigures(tasks: readonly MeasuredTask[]): DifficultyFigures {
  const heldOut = heldOutDifficulties(tasks);
  const buckets = DIFFICULTIES.map((difficulty) =>
    bucketOf(difficulty, {
      tasks: tasks.filter((one) => one.difficulty === difficulty),
      heldOut: tasks.filter((one) => heldOut.get(one) === difficulty),
    }),
  );
  return {
    measured: tasks.filter(({ measures }) => measures !== undefined).length,
    buckets,
    distributions: [
      distribution(
        "share of the visible tests that fails",
        tasks.map(({ measured }) => measured.failing),
      ),
      distribution(
        "share of generated calls that differs",
        tasks.map(({ measured }) => measured.differing),
      ),
      distribution("lines from the nearest failing frame to the bug", distancesOf(tasks)),
      distribution(
        "steps of the search agent",
        tasks.flatMap(({ measures }) => measures?.search?.steps ?? []),
      ),
      distribution(
        "single edits that pass the visible tests",
        tasks.flatMap(({ measures }) => measures?.plausibleEdits ?? []),
      ),
      distribution(
        "lines of the program",
        tasks.map(({ measured }) => measured.lines),
      ),
    ],
    is_ordered: isFalling(buckets.map(({ search }) => search.share)),
    is_ordered_held_out: isFalling(buckets.map(({ held_out }) => held_out.share)),
  };
}

interface BucketTasks {
  readonly tasks: readonly MeasuredTask[];
  readonly heldOut: readonly MeasuredTask[];
}

function bucketOf(difficulty: Difficulty, { tasks, heldOut }: BucketTasks): DifficultyBucket {
  const counted = tasks.flatMap(({ measures }) => measures?.plausibleEdits ?? []);
  const distances = distancesOf(tasks);
  return {
    difficulty,
    tasks: tasks.length,
    mean_failing: mean(tasks.map(({ measured }) => measured.failing)) ?? 0,
    mean_differing: mean(tasks.map(({ measured }) => measured.differing)) ?? 0,
    raising: distances.length / Math.max(1, tasks.length),
    median_distance: median(distances),
    median_lines: median(tasks.map(({ measured }) => measured.lines)) ?? 0,
    search: shareOf(tasks),
    held_out: shareOf(heldOut),
    median_steps: median(tasks.flatMap(({ measures }) => measures?.search?.steps ?? [])),
    counted: counted.length,
    mean_plausible_edits: mean(counted),
  };
}

function shareOf(tasks: readonly MeasuredTask[]): PlayedShare {
  const played = tasks.flatMap(({ measures }) => measures?.search ?? []);
  const solved = played.filter((one) => one.solved).length;
  const interval = wilsonInterval(solved, played.length);
  const { value: share = null, low = null, high = null } = interval ?? {};
  return { played: played.length, solved, share, low, high };
}

function distancesOf(tasks: readonly MeasuredTask[]): number[] {
  return tasks.flatMap(({ measures }) => measures?.distance ?? []);
}

function distribution(measure: string, values: readonly number[]): MeasureDistribution {
  const sorted = [...values].sort((a, b) => a - b);
  const quantiles = sorted.length === 0 ? [] : [0.1, 0.25, 0.5, 0.75, 0.9].map((part) => quantileOf(sorted, part));
  return { measure, tasks: sorted.length, quantiles };
}

function isFalling(shares: readonly (number | null)[]): boolean {
  return shares.every((share, place) => {
    const before = shares[place - 1] ?? 1;
    return share !== null && share <= before;
  });
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : meanOf(values);
}

function median(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : quantileOf(
        [...values].sort((a, b) => a - b),
        0.5,
      );
}
