/** The episode under way, in the storage of this tab: it outlives that the page is loaded again, not the tab. */
import { type EpisodeOfTab, readKeptEpisode, type ToKeep, writeKeptEpisode } from "../logic/kept-episode.ts";

const NAME = "episode";

/** @param episode null where there is none to go on with */
export function keepEpisode(episode: ToKeep | null): void {
  try {
    if (episode === null) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, writeKeptEpisode(episode));
  } catch {
    // A frame of another site may keep nothing, and room ends; the episode goes on without.
  }
}

export function keptEpisode(): EpisodeOfTab | null {
  try {
    return readKeptEpisode(sessionStorage.getItem(NAME) ?? "");
  } catch {
    return null;
  }
}
