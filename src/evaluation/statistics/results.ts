/** The figures of a whole run: overall, and by what the tasks have in common. */

import { groupBy } from "../../ground/group-by.ts";
import { DIFFICULTIES } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import { type EpisodeSummary, summariseEpisodes } from "./summary.ts";

export interface RunSummary {
  readonly overall: EpisodeSummary;
  /** In the order easy, medium, hard. */
  readonly by_difficulty: Readonly<Record<string, EpisodeSummary>>;
  readonly by_bug_type: Readonly<Record<string, EpisodeSummary>>;
  readonly by_task: Readonly<Record<string, EpisodeSummary>>;
}

export function resultsOf(episodes: readonly EpisodeDigest[]): RunSummary {
  return {
    overall: summariseEpisodes(episodes),
    by_difficulty: summariseBy(episodes, ({ difficulty }) => difficulty, DIFFICULTIES),
    by_bug_type: summariseBy(episodes, ({ bug_type }) => bug_type),
    by_task: summariseBy(episodes, ({ task_name }) => task_name),
  };
}

function summariseBy(
  episodes: readonly EpisodeDigest[],
  keyOf: (episode: EpisodeDigest) => string,
  order: readonly string[] = [],
): Readonly<Record<string, EpisodeSummary>> {
  const groups = groupBy(episodes, keyOf);
  const keys = [...groups.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, summariseEpisodes(groups.get(key) ?? [])]));
}
