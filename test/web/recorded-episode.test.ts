/** The episode that the page plays to who arrives is one that was played, and that is played so today. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TraceFixClient } from "../../src/client/tracefix-client.ts";
import { replayEpisode } from "../../src/evaluation/replay/replay-episode.ts";
import { packageRoot } from "../../src/ground/package-root.ts";
import { readRecord } from "../../web/src/logic/episode-rows.ts";
import { startServer } from "../support/server-process.ts";

/** How it is made again where the environment has changed: its one line goes to web/src/home/recorded-episode.jsonl. */
const MADE_BY = "npx tracefix eval --agent search --task flatten_inverted_branch --out FOLDER";

test("the recorded episode of the page's first view is, byte for byte, what the environment gives", async () => {
  const record = readRecord(readFileSync(join(packageRoot(), "web/src/home/recorded-episode.jsonl"), "utf8"));
  expect(record).toMatchObject({ agent: "search", split: "train", solved: true });
  await using server = await startServer();
  await using client = await TraceFixClient.connect(`http://127.0.0.1:${server.port}`);
  const replayed = await replayEpisode(record, { client, signal: new AbortController().signal });
  expect(replayed, MADE_BY).toMatchObject({ answers: record.steps.length + 1, difference: null });
});
