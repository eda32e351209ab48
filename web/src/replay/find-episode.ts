/** An episode by what the page's address says of it: of this server's memory, of a recorded run, or of a file that was dropped. */
import { type EpisodeRecord, episodeRecordSchema } from "../../../src/protocol/episode-record.ts";
import { fetchJson } from "../api.ts";
import { episodeOfFile } from "./dropped-file.ts";

export interface EpisodeAddress {
  readonly id?: string | undefined;
  readonly run?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: string | undefined;
}

/** @throws Error that says why it cannot be had */
export function findRecordedEpisode({ id, run, file, line }: EpisodeAddress): Promise<EpisodeRecord> {
  if (id !== undefined) return fetchJson(`api/episodes/${encodeURIComponent(id)}`, episodeRecordSchema);
  if (run === undefined) return episodeOfFile(file, Number(line));
  return fetchJson(`api/runs/${encodeURIComponent(run)}/${Number(line)}`, episodeRecordSchema);
}

/** As it stands within an address, and back. */
export function writeAddress(address: EpisodeAddress): string {
  const given = Object.entries(address).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

export function readAddress(text: string | undefined): EpisodeAddress {
  return Object.fromEntries(new URLSearchParams(text ?? ""));
}
