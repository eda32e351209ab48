/** Three servers on one database: whichever is asked, the episode goes on where it stands, with the bytes of one server. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { TraceFixClient } from "../../src/client/tracefix-client.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { CuttingProxy } from "./support/cutting-proxy.ts";
import { type HttpAnswer, HttpEpisode } from "./support/http-episode.ts";
import { ownPostgres } from "./support/own-postgres.ts";

const postgres = ownPostgres();
const SETTINGS = { WORKERS: "1", MCP_EPISODES: "free", LOG_FORMAT: "json" };
let replicas: readonly ServerProcess[] = [];
let alone: ServerProcess | null = null;

beforeAll(async () => {
  const DATABASE_URL = await postgres().database();
  const started: ServerProcess[] = [];
  // One after the other: each start takes the cores that there are.
  for (let count = 0; count < 3; count += 1) {
    started.push(await startServer({ ...SETTINGS, DATABASE_URL, DURABILITY: "process" }));
  }
  replicas = started;
  alone = await startServer({ ...SETTINGS, DURABILITY: "none" });
});
afterAll(async () => {
  for (const server of [...replicas, alone]) await server?.stop();
});

/** In turn. */
function portAt(place: number): number {
  return replicas[place % replicas.length]?.port ?? 0;
}

function portAlone(): number {
  return alone?.port ?? 0;
}

const RESET = { task_name: "binary_search_off_by_one", seed: 7 };
const RUN_TESTS = { action_type: "RUN_TESTS" };
const ACTIONS = [
  { action_type: "VIEW_CODE" },
  { ...RUN_TESTS, thought: "a look" },
  { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" },
  RUN_TESTS,
  { action_type: "UNDO_EDIT" },
  { action_type: "NONSENSE" },
  { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" },
  { action_type: "SUBMIT" },
];

/** The whole episode, each request at the port of its place. */
async function playOverHttp(episode: HttpEpisode, portOf: (place: number) => number): Promise<HttpAnswer[]> {
  const told = [await episode.reset(portOf(0), RESET)];
  for (const [place, action] of ACTIONS.entries()) told.push(await episode.step(portOf(place + 1), action));
  return told;
}

test("an episode over HTTP goes from server to server with the bytes of a quiet run", async () => {
  const quiet = await playOverHttp(
    new HttpEpisode("round", "the secret of a quiet run".replaceAll(" ", "-")),
    portAlone,
  );
  expect(quiet.map(({ status }) => status)).toEqual([200, ...ACTIONS.map(() => 200)]);
  for (const replicasInTurn of [1, 2, 3]) {
    const label = `over ${replicasInTurn}`;
    const episode = new HttpEpisode(label, "the-secret-of-all-that-is-played");
    const told = await playOverHttp(episode, (place) => portAt(place % replicasInTurn));
    expect(told.map(({ status, text }) => ({ status, text: text.replaceAll(label, "round") }))).toEqual(quiet);
    // However old what it has of the episode is, each knows how it ended.
    for (const place of [0, 1, 2]) {
      expect(JSON.parse((await episode.state(portAt(place))).text)).toMatchObject({
        done: true,
        step_count: ACTIONS.length,
      });
    }
  }
});

test("a request that is sent again to another server is answered the same, and done once", async () => {
  const episode = new HttpEpisode("again", "secret-of-what-is-sent-again");
  await episode.reset(portAt(0), RESET);
  for (const [place, action] of ACTIONS.entries()) {
    const first = await episode.step(portAt(place), action, `request ${place}`);
    const again = await episode.step(portAt(place + 1), action, `request ${place}`);
    expect(first.status).toBe(200);
    expect(again).toEqual(first);
  }
});

test("of two servers that are asked for the next step at once one takes it, and the other tells that it has moved", async () => {
  const episode = new HttpEpisode("race", "secret-of-the-race-of-servers");
  await episode.reset(portAt(0), { ...RESET, max_steps: 50 });
  let [taken, moved] = [0, 0];
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all([0, 1].map((who) => episode.step(portAt(who), RUN_TESTS, `${round} by ${who}`)));
    for (const { status, text } of answers) {
      const told = JSON.parse(text);
      if (status === 200) taken += 1;
      else {
        expect([status, told.code ?? told.detail?.code ?? told.error?.code]).toEqual([409, "MOVED"]);
        moved += 1;
      }
    }
    for (const place of [0, 1, 2]) {
      expect(JSON.parse((await episode.state(portAt(place))).text)).toMatchObject({ step_count: taken });
    }
  }
  expect(taken + moved).toBe(40);
  expect(moved).toBeGreaterThan(0);
});

test("a reset at one server is the end of the episode before at the others", async () => {
  const episode = new HttpEpisode("reset", "secret-of-a-reset-elsewhere");
  await episode.reset(portAt(0), RESET);
  await episode.step(portAt(0), RUN_TESTS);
  await episode.reset(portAt(1), RESET);
  const { text } = await episode.step(portAt(0), RUN_TESTS);
  expect(JSON.parse(text).observation).toMatchObject({ step_count: 1 });
  expect(JSON.parse((await episode.state(portAt(2))).text)).toMatchObject({ step_count: 1 });
});

test("a client whose connections are cut comes to another server each time, and plays the bytes of a quiet run", async () => {
  const balancer = await CuttingProxy.open(...replicas.map(({ port }) => port));
  const quiet = await TraceFixClient.connect(`http://127.0.0.1:${portAlone()}`, { session: null });
  const moving = await TraceFixClient.connect(`http://127.0.0.1:${balancer.port}`, {
    firstDelayMs: 10,
    maxDelayMs: 50,
  });
  const request = { ...RESET, episode_id: "moving" };
  expect(JSON.stringify(await moving.reset(request))).toBe(JSON.stringify(await quiet.reset(request)));
  for (const action of ACTIONS) {
    balancer.cut();
    balancer.restore();
    expect(JSON.stringify(await moving.step(action))).toBe(JSON.stringify(await quiet.step(action)));
  }
  await moving.close();
  await quiet.close();
});

/** What a tool's call is answered with by the Model Context Protocol. */
async function callMcp(port: number, session: string | null, method: string, params: object) {
  const answer = await fetch(`http://127.0.0.1:${port}/mcp`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(session !== null && { "mcp-session-id": session }),
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  return { status: answer.status, session: answer.headers.get("mcp-session-id"), text: await answer.text() };
}

const INITIALIZE = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } };

/** The texts of a whole episode of tools. */
async function playOverMcp(portOf: (place: number) => number): Promise<readonly string[]> {
  const { session } = await callMcp(portOf(0), null, "initialize", INITIALIZE);
  const begin = { name: "start_episode", arguments: { ...RESET, episode_id: "tools" } };
  const told = [await callMcp(portOf(1), session, "tools/call", begin)];
  for (const [place, { action_type, ...fields }] of ACTIONS.entries()) {
    const call = { name: action_type.toLowerCase(), arguments: fields };
    if (action_type !== "NONSENSE") told.push(await callMcp(portOf(place + 2), session, "tools/call", call));
  }
  return told.map(({ status, text }) => `${status} ${text}`);
}

test("an episode over MCP goes from server to server with the bytes of a quiet run", async () => {
  const quiet = await playOverMcp(portAlone);
  expect(quiet.every((told) => told.startsWith("200 "))).toBe(true);
  expect(await playOverMcp(portAt)).toEqual(quiet);
});

test("a server tells that what it answers is on the disk, and nothing of the database's address", async () => {
  const metadata = await (await fetch(`http://127.0.0.1:${portAt(0)}/metadata`)).text();
  expect(JSON.parse(metadata)).toMatchObject({ durability: "disk" });
  expect(metadata).not.toContain("postgres:");
});
