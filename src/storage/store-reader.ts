/** How commands read what is kept, wherever it is. */
import type { StoredSummary } from "./episode-database.ts";
import type { StoredEpisode } from "./stored-episode.ts";

export interface StoreReader extends AsyncDisposable {
  /** From the one that began first on. */
  list(): AsyncGenerator<StoredSummary>;
  /** @returns null where there is none of that id @throws DamagedEpisodeError */
  read(id: string): Promise<StoredEpisode | null>;
}
