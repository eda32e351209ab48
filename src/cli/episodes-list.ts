/** The verb `tracefix episodes list`. */
import type { Writable } from "node:stream";
import { countOf } from "../protocol/protocol.ts";
import { readSettings } from "../server/settings.ts";
import { openKeptEpisodes } from "./open-kept-episodes.ts";

export interface ListEpisodesOptions {
  readonly dataDir: string;
  readonly json: boolean;
}

/** @returns the exit code @throws Error where nothing is kept there */
export async function listEpisodes({ dataDir, json }: ListEpisodesOptions, output: Writable): Promise<number> {
  await using store = await openKeptEpisodes(dataDir, readSettings(process.env).DATABASE_URL);
  for await (const { id, task, steps, begunAt, lastAt } of store.list()) {
    const [begun, last] = [begunAt, lastAt].map((time) => new Date(time).toISOString());
    const line = json
      ? JSON.stringify({ id, task_name: task, steps, begun_at: begun, last_step_at: last })
      : `${id}  ${begun}  ${countOf(steps, "step").padStart(8)}  ${task}`;
    output.write(`${line}\n`);
  }
  return 0;
}
