/** Whether a record holds any code: that of the test split may be left out of what a server hands on. */
import type { EpisodeRecord } from "../../protocol/episode-record.ts";

export function hasCode({ initial_observation, steps }: EpisodeRecord): boolean {
  const seen = [initial_observation, ...steps.map(({ observation }) => observation)];
  return seen.some(({ code_dict }) => Object.keys(code_dict).length > 0);
}
