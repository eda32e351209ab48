/** Which run solves which task: the grid of Scores. */
import { isAttempt } from "../../../src/evaluation/statistics/attempt.ts";
import { groupBy } from "../../../src/ground/group-by.ts";
import type { RunRows } from "../../../src/protocol/page.ts";

export interface HeatCell {
  readonly attempts: number;
  readonly solved: number;
}

export interface HeatRow {
  readonly task_name: string;
  /** One a run, in the runs' order; null where the run did not attempt the task. */
  readonly cells: readonly (HeatCell | null)[];
}

/** A row for each task that any run attempted: the hardest for all of them together first, then by name. */
export function heatRows(runs: readonly RunRows[]): readonly HeatRow[] {
  const tasks = new Map<string, (HeatCell | null)[]>();
  for (const [at, { rows }] of runs.entries()) {
    for (const [name, attempts] of groupBy(rows.filter(isAttempt), ({ task_name }) => task_name)) {
      const cells = tasks.get(name) ?? runs.map(() => null);
      cells[at] = { attempts: attempts.length, solved: attempts.filter(({ solved }) => solved).length };
      tasks.set(name, cells);
    }
  }
  return [...tasks]
    .map(([task_name, cells]) => ({ task_name, cells, rate: rateOf(cells) }))
    .sort((a, b) => a.rate - b.rate || (a.task_name < b.task_name ? -1 : 1))
    .map(({ task_name, cells }) => ({ task_name, cells }));
}

/** The mean over the runs that tried. */
function rateOf(cells: readonly (HeatCell | null)[]): number {
  const rates = cells.flatMap((cell) => (cell === null ? [] : [cell.solved / cell.attempts]));
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
