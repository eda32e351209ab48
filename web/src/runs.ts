/** The recorded runs of the server's folder, as Tasks and Scores count them. */
import { signal } from "@preact/signals";
import { type RunRows, runListSchema, runRowsSchema } from "../../src/protocol/page.ts";
import { fetchJson } from "./api.ts";
import { type Loaded, loadInto, STILL_LOADING } from "./store.ts";

export const serverRuns = signal<Loaded<readonly RunRows[]>>(STILL_LOADING);

/** So many of the newest are read; a name in the address adds its own. */
const MAX_RUNS = 30;

/** @param wanted names that must be among them */
export function loadRuns(wanted: readonly string[] = []): void {
  loadInto(fetchRuns(wanted), (loaded) => {
    serverRuns.value = loaded;
  });
}

async function fetchRuns(wanted: readonly string[]): Promise<readonly RunRows[]> {
  const { runs: found } = await fetchJson("api/runs", runListSchema);
  const names = found.map(({ name }) => name).filter((name, at) => at < MAX_RUNS || wanted.includes(name));
  return Promise.all(names.map((name) => fetchJson(`api/runs/${encodeURIComponent(name)}`, runRowsSchema)));
}
