/** The episodes as the reader saw them listed last, narrowed and sorted, so that one can go from one to the next. */
import { signal } from "@preact/signals";
import type { EpisodeRow } from "../logic/episode-rows.ts";

export interface ListedEpisodes {
  readonly rows: readonly EpisodeRow[];
  /** The address of the list; null where nobody has looked at it. */
  readonly href: string | null;
}

export const listedEpisodes = signal<ListedEpisodes | null>(null);
