/** Kept episodes as a reader finds them, no matter who played them: the newest first, and each by its id. */
import type { ShelvedEpisode } from "./episode-database.ts";
import type { StoredEpisode } from "./stored-episode.ts";

export interface EpisodeShelf {
  /** @param before the `key` of the last one that was given; null for the newest */
  newest(limit: number, before: number | null): Promise<readonly ShelvedEpisode[]>;
  /** @returns null where there is none of that id @throws DamagedEpisodeError */
  read(id: string): Promise<StoredEpisode | null>;
}
