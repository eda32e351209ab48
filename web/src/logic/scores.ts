/** Runs side by side: what their episodes come to. An episode that failed through no fault of the agent counts nowhere. */

import { bootstrapMean, quantileOf } from "../../../src/evaluation/statistics/bootstrap.ts";
import { type Estimate, wilsonInterval } from "../../../src/evaluation/statistics/wilson.ts";
import { groupBy } from "../../../src/ground/group-by.ts";
import type { RunRow } from "../../../src/protocol/page.ts";

export interface Score {
  readonly name: string;
  readonly agent: string;
  readonly model: string | null;
  /** Attempts, without errors of the endpoint or the environment. */
  readonly episodes: number;
  readonly errors: number;
  readonly solved: number;
  /** Of all attempts, with its 95 % interval; null without any. */
  readonly passRate: Estimate | null;
  readonly meanReturn: number | null;
  readonly meanScore: number | null;
  /** The median of the solved episodes, as in reports. */
  readonly stepsToSolve: number | null;
  readonly tokens: number | null;
  readonly cost: number | null;
}

/** One row for each agent and model of a run. */
export function scoresOf(name: string, rows: readonly RunRow[]): readonly Score[] {
  const groups = groupBy(rows, ({ agent, model }) => JSON.stringify([agent, model]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [scoreOf(name, first, group)] : [];
  });
}

function scoreOf(name: string, { agent, model }: RunRow, rows: readonly RunRow[]): Score {
  const attempts = rows.filter(({ ending }) => ending !== "error");
  const solved = attempts.filter((row) => row.solved);
  return {
    name,
    agent,
    model,
    episodes: attempts.length,
    errors: rows.length - attempts.length,
    solved: solved.length,
    passRate: wilsonInterval(solved.length, attempts.length),
    meanReturn: mean(attempts.map((row) => row.return)),
    meanScore: mean(attempts.map(({ score }) => score)),
    stepsToSolve: median(solved.map(({ steps }) => steps)),
    tokens: sum(rows.map(({ tokens }) => tokens)),
    cost: sum(rows.map(({ cost }) => cost)),
  };
}

/** Null of nothing. */
function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}

/** Null of nothing. */
function median(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : quantileOf(
        [...values].sort((a, b) => a - b),
        0.5,
      );
}

/** Of what is known; null where nothing is. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** Whether the runs were played over the same tasks: else they say little about who is better. */
export function playSameTasks(runs: readonly (readonly RunRow[])[]): boolean {
  const tasks = runs.map((rows) => [...new Set(rows.map(({ task_name }) => task_name))].sort().join(" "));
  return new Set(tasks).size <= 1;
}

export interface TaskRecord {
  readonly episodes: number;
  readonly solveRate: number;
  /** Of the solved ones; null without any. */
  readonly stepsToSolve: number | null;
}

/** How a task went in the recorded runs, by the task's name. */
export function taskRecords(rows: readonly RunRow[]): ReadonlyMap<string, TaskRecord> {
  const attempts = rows.filter(({ ending }) => ending !== "error");
  return new Map(
    [...groupBy(attempts, ({ task_name }) => task_name)].map(([name, group]) => [
      name,
      {
        episodes: group.length,
        solveRate: group.filter(({ solved }) => solved).length / group.length,
        stepsToSolve: median(group.filter(({ solved }) => solved).map(({ steps }) => steps)),
      },
    ]),
  );
}

export interface CurvePoint {
  readonly trainingStep: number;
  readonly solved: number;
  readonly meanReturn: number;
  readonly episodes: number;
  /** Their 95 % intervals: Wilson's, and a bootstrap of the mean. */
  readonly solvedBand: Estimate | null;
  readonly returnBand: Estimate | null;
}

const MAX_POINTS = 30;
/** A point made of fewer episodes would say little. */
const EPISODES_A_POINT = 8;

/** Over training, for the episodes that carry its step; each point stands for as many training steps. */
export function learningCurve(rows: readonly RunRow[]): readonly CurvePoint[] {
  const timed = rows.flatMap((row) => (row.training_step === null ? [] : [{ row, at: row.training_step }]));
  if (timed.length === 0) return [];
  const last = timed.reduce((most, { at }) => Math.max(most, at), 0);
  const points = Math.max(2, Math.min(MAX_POINTS, Math.floor(timed.length / EPISODES_A_POINT)));
  const width = Math.max(1, Math.ceil((last + 1) / points));
  const groups = groupBy(timed, ({ at }) => String(Math.floor(at / width)));
  return [...groups]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, group]) => {
      const solved = group.filter(({ row }) => row.solved).length;
      const returns = group.map(({ row }) => row.return);
      return {
        trainingStep: mean(group.map(({ at }) => at)) ?? 0,
        solved: solved / group.length,
        meanReturn: mean(returns) ?? 0,
        episodes: group.length,
        solvedBand: wilsonInterval(solved, group.length),
        returnBand: bootstrapMean(returns),
      };
    });
}
