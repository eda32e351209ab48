/** Clients of a server that asks for tokens. */
import { expect, test } from "vitest";
import { TraceFixBatch, TraceFixClient } from "../../src/client/tracefix-client.ts";
import { askGrading } from "../../src/evaluation/server-tasks.ts";
import { openHouse } from "../server/harness.ts";

const PLAY = "a-token-that-may-play";
const READ = "a-token-that-may-read";
const open = () => openHouse({ settings: { TRACEFIX_TOKENS: `play:${PLAY},read:${READ}` } });

test("a client that is given one plays", async () => {
  const { url } = await open();
  const client = await TraceFixClient.connect(url, { token: PLAY });
  expect(await client.reset()).toMatchObject({ done: false });
  await client.close();
  const batch = await TraceFixBatch.connect(url, { token: PLAY });
  expect(await batch.ask([{ session: "a", type: "reset" }])).toMatchObject([{ type: "observation" }]);
  await batch.close();
  expect(await askGrading(url, { signal: AbortSignal.timeout(5000), token: PLAY })).toBeDefined();
});

test("a client that has none, a wrong one, or one without the right is told so, and does not try again", async () => {
  const { url } = await open();
  for (const [token, code] of [
    [null, "UNAUTHORIZED"],
    ["a-token-that-is-unknown", "UNAUTHORIZED"],
    [READ, "FORBIDDEN"],
  ] as const) {
    const client = await TraceFixClient.connect(url, { token });
    await expect(client.reset()).rejects.toMatchObject({ code });
    await client.close();
  }
});
