/** The list of running episodes as changes come in. */
import type { WatchedEpisode } from "../../../src/protocol/page.ts";

/** Rows that are new come first; those that are over go. */
export function updateLive(
  rows: readonly WatchedEpisode[],
  changes: readonly WatchedEpisode[],
): readonly WatchedEpisode[] {
  const changed = new Map(changes.map((row) => [row.id, row]));
  const known = new Set(rows.map(({ id }) => id));
  const fresh = changes.filter(({ id }) => !known.has(id)).reverse();
  return [...fresh, ...rows.map((row) => changed.get(row.id) ?? row)].filter(({ state }) => state === "live");
}
