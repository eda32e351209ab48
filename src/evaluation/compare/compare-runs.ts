/** Sets several runs beside each other, each against the first. */
import type { Run } from "../run/read-run.ts";
import { type PairedDifference, pairedDifference } from "../statistics/paired.ts";
import { type Summary, summarise } from "../statistics/summary.ts";

export interface ComparedRun {
  readonly name: string;
  readonly summary: Summary;
  /** Against the first run; null for the first itself. */
  readonly difference: PairedDifference | null;
}

export interface Comparison {
  readonly runs: readonly ComparedRun[];
  /** For each task that any run played, how many attempts of each run solved it. */
  readonly tasks: readonly { readonly task_name: string; readonly summaries: readonly Summary[] }[];
}

export function compareRuns(runs: readonly Run[]): Comparison {
  const [first] = runs;
  const names = [...new Set(runs.flatMap(({ episodes }) => episodes.map(({ task_name }) => task_name)))].sort();
  return {
    runs: runs.map((run) => ({
      name: run.name,
      summary: summarise(run.episodes),
      difference: first === undefined || run === first ? null : pairedDifference(first.episodes, run.episodes),
    })),
    tasks: names.map((task_name) => ({
      task_name,
      summaries: runs.map(({ episodes }) => summarise(episodes.filter((episode) => episode.task_name === task_name))),
    })),
  };
}
