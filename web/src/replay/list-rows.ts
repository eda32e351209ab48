/** The rows of a list of episodes that the server has. */
import { runRowsSchema, watchedListSchema } from "../../../src/protocol/page.ts";
import { fetchJson } from "../api.ts";
import { type EpisodeRow, fromRunRow, fromWatched } from "../logic/episode-rows.ts";

/** @param run null for those that were played last */
export async function fetchRows(run: string | null): Promise<readonly EpisodeRow[]> {
  if (run === null) return (await fetchJson("api/episodes/recent", watchedListSchema)).episodes.map(fromWatched);
  const { rows } = await fetchJson(`api/runs/${encodeURIComponent(run)}`, runRowsSchema);
  return rows.map((row) => fromRunRow(run, row));
}
