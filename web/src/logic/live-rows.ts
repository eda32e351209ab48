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

const IDLE_MS = 60_000;

/**
 * Whole minutes since anything was done in an episode; null where that is less than one. A client over HTTP that has left
 * says so to nobody, so that its episode lives until the server ends it.
 * @param now by the server's clock, in milliseconds
 */
export function idleMinutes({ state, active_at }: WatchedEpisode, now: number): number | null {
  const idle = now - Date.parse(active_at);
  return state === "live" && idle >= IDLE_MS ? Math.floor(idle / IDLE_MS) : null;
}
