/** Sets several runs beside each other, each against the first. */
import type { RecordedRun } from "../run/read-run.ts";
import { type PairedDifference, pairedDifference } from "../statistics/paired.ts";
import { type EpisodeSummary, summariseEpisodes } from "../statistics/summary.ts";

export interface ComparedRun {
  readonly name: string;
  readonly summary: EpisodeSummary;
  /** Against the first run; null for the first itself. */
  readonly difference: PairedDifference | null;
}

export interface RunComparison {
  readonly runs: readonly ComparedRun[];
  /** For each task that any run played, how many attempts of each run solved it. */
  readonly tasks: readonly { readonly task_name: string; readonly summaries: readonly EpisodeSummary[] }[];
}

export function compareRuns(runs: readonly RecordedRun[]): RunComparison {
  const [first] = runs;
  const names = [...new Set(runs.flatMap(({ episodes }) => episodes.map(({ task_name }) => task_name)))].sort();
  return {
    runs: runs.map((run) => ({
      name: run.name,
      summary: summariseEpisodes(run.episodes),
      difference: first === undefined || run === first ? null : pairedDifference(first.episodes, run.episodes),
    })),
    tasks: names.map((task_name) => ({
      task_name,
      summaries: runs.map(({ episodes }) =>
        summariseEpisodes(episodes.filter((episode) => episode.task_name === task_name)),
      ),
    })),
  };
}
