/** An episode in which tools were called under a prompt for JSON objects: its record, as watchers save it, replays. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { TraceFixClient } from "../../src/client/tracefix-client.ts";
import { replayEpisode } from "../../src/evaluation/replay/replay-episode.ts";
import { type EpisodeRecord, episodeRecordSchema, watchedListSchema } from "../../src/protocol/protocol.ts";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer({ WORKERS: "1" });
});
afterAll(() => server.stop());

/** The record of an episode as the server keeps it. */
async function played(): Promise<EpisodeRecord> {
  await using player = await Player.connect(server.port);
  await player.reset({ task_name: "sum_even_wrong_condition", seed: 7, episode_id: "mixed" });
  await player.step({ action_type: "REPLACE_LINES", start_line: 1, end_line: 0, new_code_block: "# begun" });
  await player.ask({ type: "step", data: { type: "call_tool", tool_name: "reset_to_original" } });
  await player.step({ action_type: "SUBMIT" });
  const get = async (path: string): Promise<unknown> => (await fetch(`http://127.0.0.1:${server.port}${path}`)).json();
  const { episodes } = watchedListSchema.parse(await get("/api/episodes/recent"));
  return episodeRecordSchema.parse(await get(`/api/episodes/${episodes[0]?.id}`));
}

async function replayOf(record: EpisodeRecord) {
  await using client = await TraceFixClient.connect(`http://127.0.0.1:${server.port}`);
  return await replayEpisode(record, { client, signal: new AbortController().signal });
}

test("steps that a tool's call was say so, and replay as such", async () => {
  const record = await played();
  expect(record.steps.map(({ form }) => form)).toEqual([undefined, "tools", undefined]);
  expect(await replayOf(record)).toMatchObject({ answers: 4, difference: null });
  const formless = record.steps.map(({ form: _, ...step }) => step);
  expect(await replayOf({ ...record, steps: formless })).toMatchObject({ difference: { step: 2 } });
  const retold = record.steps.map((step) => ({
    ...step,
    observation: { ...step.observation, last_execution_output: `${step.observation.last_execution_output} ` },
  }));
  const steps = record.steps.map((step, index) => (index === 1 ? (retold[1] ?? step) : step));
  expect(await replayOf({ ...record, steps })).toMatchObject({
    difference: { step: 2, path: "observation.last_execution_output" },
  });
});
