/** Lets go what is kept no longer, at each pass as much as has to. */
import type { EpisodeDatabase } from "./episode-database.ts";
import type { SteadyClock } from "./steady-clock.ts";
import type { Retention } from "./storage-messages.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Episodes grow old by a clock that went on alone: one that jumped, and may jump back, must delete nothing. */
export function letEpisodesGo(database: EpisodeDatabase, { days, bytes }: Retention, clock: SteadyClock): void {
  const now = clock.now();
  const limits = { since: now === null ? null : now - days * DAY_MS, bytes };
  while (database.letGo(limits) > 0);
}
