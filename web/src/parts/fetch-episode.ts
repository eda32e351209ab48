/** Brings an episode that the server keeps, by its name there. */
import { type EpisodeRecord, episodeRecordSchema } from "../../../src/protocol/episode-record.ts";
import { fetchJson } from "../api.ts";

/** @throws Error that says why it cannot be had */
export function fetchEpisode(id: string): Promise<EpisodeRecord> {
  return fetchJson(`api/episodes/${encodeURIComponent(id)}`, episodeRecordSchema);
}
