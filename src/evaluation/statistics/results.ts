/** The figures of a whole run: overall, and by what the tasks have in common. */

import { groupByEach } from "../../ground/group-by.ts";
import { DIFFICULTIES, OPERATOR_CLASSES, SPLITS, TASK_SETS } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import { type EpisodeSummary, summariseEpisodes } from "./summary.ts";

export interface RunSummary {
  readonly overall: EpisodeSummary;
  /** In the order easy, medium, hard. */
  readonly by_difficulty: Readonly<Record<string, EpisodeSummary>>;
  readonly by_split: Readonly<Record<string, EpisodeSummary>>;
  /** Of the episodes whose task's set is known. */
  readonly by_task_set: Readonly<Record<string, EpisodeSummary>>;
  /** Of generated tasks: how real their bugs are. */
  readonly by_operator_class: Readonly<Record<string, EpisodeSummary>>;
  readonly by_bug_type: Readonly<Record<string, EpisodeSummary>>;
  readonly by_task: Readonly<Record<string, EpisodeSummary>>;
}

export function resultsOf(episodes: readonly EpisodeDigest[]): RunSummary {
  return {
    overall: summariseEpisodes(episodes),
    by_difficulty: summariseBy(episodes, ({ difficulty }) => difficulty, DIFFICULTIES),
    by_split: summariseBy(episodes, ({ split }) => split, SPLITS),
    by_task_set: summariseBy(episodes, ({ task_set }) => task_set, TASK_SETS),
    by_operator_class: summariseBy(episodes, ({ operator_class }) => operator_class, OPERATOR_CLASSES),
    by_bug_type: summariseBy(episodes, ({ bug_type }) => bug_type),
    by_task: summariseBy(episodes, ({ task_name }) => task_name),
  };
}

/** Those of which the key is not known are in no group. */
function summariseBy(
  episodes: readonly EpisodeDigest[],
  keyOf: (episode: EpisodeDigest) => string | null,
  order: readonly string[] = [],
): Readonly<Record<string, EpisodeSummary>> {
  const groups = groupByEach(episodes, (episode) => {
    const key = keyOf(episode);
    return key === null ? [] : [key];
  });
  const keys = [...groups.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, summariseEpisodes(groups.get(key) ?? [])]));
}
