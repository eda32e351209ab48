/** Brings the episode that an address names. */
import { type EpisodeRecord, episodeRecordSchema } from "../../../src/protocol/episode-record.ts";
import { fetchJson } from "../api.ts";
import type { EpisodeAddress } from "../logic/episode-address.ts";
import { fetchEpisode } from "../parts/fetch-episode.ts";
import { episodeOfFile } from "./dropped-file.ts";

/** @throws Error that says why it cannot be had */
export function findRecordedEpisode({ id, run, file, line }: EpisodeAddress): Promise<EpisodeRecord> {
  if (id !== undefined) return fetchEpisode(id);
  if (run === undefined) return episodeOfFile(file, Number(line));
  return fetchJson(`api/runs/${encodeURIComponent(run)}/${Number(line)}`, episodeRecordSchema);
}
