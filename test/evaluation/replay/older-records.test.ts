/** A record that was made before steps told facts as data is replayed by what it has. */
import { expect, test } from "vitest";
import { createSubmitAgent } from "../../../src/agents/submit-agent.ts";
import { TraceFixClient } from "../../../src/client/tracefix-client.ts";
import { replayEpisode } from "../../../src/evaluation/replay/replay-episode.ts";
import { type EpisodeRecord, episodeRecordSchema } from "../../../src/protocol/protocol.ts";
import { openHouse } from "../../server/harness.ts";
import { playOn } from "../support/play-on.ts";

const FAILED = { test_name: "t", passed: false, error_message: "call: f()\nexpected: 1\ngot: 2" };
const PARTS = { call: "f()", expected: "1", got: "2", raised: null, line: null, traceback: null };

/** The record of an episode on a server that tells facts or one that does not, and a replay on one that does. */
async function replayOf(tellsFacts: boolean, change: (record: EpisodeRecord) => EpisodeRecord) {
  const house = await openHouse();
  house.stage.tellsFacts = tellsFacts;
  house.stage.results = [tellsFacts ? { ...FAILED, ...PARTS } : FAILED];
  const record = episodeRecordSchema.parse(JSON.parse(JSON.stringify(await playOn(house.url, createSubmitAgent()))));
  house.stage.tellsFacts = true;
  house.stage.results = [{ ...FAILED, ...PARTS }];
  await using client = await TraceFixClient.connect(house.url);
  return await replayEpisode(change(record), { client, signal: new AbortController().signal });
}

/** The same with another text on its last step. */
function retold(record: EpisodeRecord): EpisodeRecord {
  const steps = record.steps.map((step) => {
    return { ...step, observation: { ...step.observation, last_execution_output: "something else" } };
  });
  return { ...record, steps };
}

/** The same with other facts on its last step. */
function faulty(record: EpisodeRecord): EpisodeRecord {
  const steps = record.steps.map((step) => {
    const { metadata } = step.observation;
    if ("system_prompt" in metadata) return step;
    return { ...step, observation: { ...step.observation, metadata: { ...metadata, fault: "noop" as const } } };
  });
  return { ...record, steps };
}

test("a record without facts is the same on a server that tells them", async () => {
  expect(await replayOf(false, (record) => record)).toMatchObject({ answers: 2, difference: null });
});

test("what such a record does tell must be the same", async () => {
  expect(await replayOf(false, retold)).toMatchObject({
    difference: { step: 1, path: "observation.last_execution_output" },
  });
});

test("a record with facts must have the same ones", async () => {
  expect(await replayOf(true, (record) => record)).toMatchObject({ difference: null });
  expect(await replayOf(true, faulty)).toMatchObject({ difference: { step: 1, path: "observation.metadata.fault" } });
});
