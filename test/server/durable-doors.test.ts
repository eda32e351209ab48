/** What a client sees of an episode in the end does not depend on the log that keeps it, at whichever door it plays. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { KeptLog } from "../environment/support/kept-log.ts";
import { openWorldGym } from "../environment/support/open-gym.ts";
import { type House, openHouse } from "./harness.ts";
import { createSession, rpc } from "./rpc.ts";

interface Move {
  readonly tool: string;
  readonly fields?: object;
}

const edit = (start_line: number, new_code_block: string): Move => ({
  tool: "replace_lines",
  fields: { start_line, end_line: start_line, new_code_block },
});

/** What a client may do next: a tool, whose name in capitals is the action's. */
const MOVES: readonly Move[] = [
  { tool: "view_code" },
  { tool: "run_tests" },
  edit(1, "good"),
  edit(1, "half"),
  edit(9, "no such line"),
  { tool: "undo_edit" },
  { tool: "reset_to_original" },
  { tool: "submit" },
];
const episodes = fc.array(fc.constantFrom(...MOVES), { minLength: 1, maxLength: 7 });

/** Plays one session: each call sends one message and gives the answer, whole. */
interface Player {
  begin(): Promise<unknown>;
  act(tool: string, fields: object): Promise<unknown>;
}

const EPISODE = { max_steps: 6 };

const DOORS: Readonly<Record<string, (house: House, episode_id: string) => Promise<Player>>> = {
  WebSocket: async (house, episode_id) => {
    const client = await house.connect();
    return {
      begin: () => client.reset({ ...EPISODE, episode_id }),
      act: (tool, fields) => client.step(tool.toUpperCase(), fields),
    };
  },
  HTTP: async ({ request }, episode_id) => {
    const post = async (path: string, body: object) => (await request("POST", path, { body })).body;
    return {
      begin: () => post("/reset", { ...EPISODE, episode_id }),
      act: (tool, fields) => post("/step", { action: { action_type: tool.toUpperCase(), ...fields }, episode_id }),
    };
  },
  "OpenEnv's MCP": async (house) => {
    const session_id = await createSession(house);
    const call = async (name: string, args: object) =>
      (await house.request("POST", "/mcp", { body: rpc("tools/call", { name, arguments: args, session_id }) })).body;
    return { begin: () => call("start_episode", EPISODE), act: call };
  },
  "the Model Context Protocol": async ({ request }) => {
    const hello = rpc("initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: {} });
    const session = (await request("POST", "/mcp", { body: hello })).headers.get("mcp-session-id") ?? "";
    const headers = { "mcp-session-id": session };
    const call = async (name: string, args: object) =>
      (await request("POST", "/mcp", { body: rpc("tools/call", { name, arguments: args }), headers })).body;
    return { begin: () => call("start_episode", EPISODE), act: call };
  },
  "WS /mcp": async (house) => {
    const client = await house.connect("/mcp");
    const call = (name: string, args: object) => client.askJson(rpc("tools/call", { name, arguments: args }));
    return { begin: () => call("start_episode", EPISODE), act: call };
  },
};

/** A server that plays in the tests' own world, and the log that keeps what is played. */
async function openKept() {
  const log = new KeptLog();
  const { tasks, sandbox } = openWorldGym();
  const house = await openHouse({
    environment: (session) => new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, log }),
    registryOptions: { draws: { seed: () => 7, episodeId: () => "drawn" } },
  });
  return { house, log };
}

/** Sends the same again for as long as it is told that what came of it was not kept. */
async function insist(ask: () => Promise<unknown>): Promise<string> {
  for (;;) {
    const answer = JSON.stringify(await ask());
    if (!answer.includes("could not keep")) return answer;
  }
}

async function play(player: Player, { begins, moves }: { begins: boolean; moves: readonly Move[] }) {
  const seen = begins ? [await insist(player.begin)] : [];
  for (const { tool, fields = {} } of moves) {
    if (seen.at(-1)?.includes('"done":true')) break;
    seen.push(await insist(() => player.act(tool, fields)));
  }
  return seen;
}

describe.each(Object.entries(DOORS))("over %s", (door, open) => {
  test("failures at random appends never change what a client sees in the end", async () => {
    const [quiet, shaken] = [await openKept(), await openKept()];
    // A tool begins an episode by itself where there is none.
    const beginning = door === "WebSocket" || door === "HTTP" ? fc.constant(true) : fc.boolean();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(beginning, episodes, fc.infiniteStream(fc.boolean()), async (begins, moves, fails) => {
        runs += 1;
        const episode_id = `run ${runs}`;
        shaken.log.failWhen(() => fails.next().value === true);
        // A reset that is sent again begins another episode, at some doors in another session.
        shaken.log.failAfterKeepingWhen((kept) => kept === "step" && fails.next().value === true);
        const expected = await play(await open(quiet.house, episode_id), { begins, moves });
        expect(await play(await open(shaken.house, episode_id), { begins, moves })).toEqual(expected);
      }),
      { numRuns: 15 },
    );
    expect(shaken.log.failed).toBeGreaterThan(0);
    const kept = ({ log }: typeof quiet) =>
      log.episodes.map(({ head: { session: _, ...head }, steps }) => [head, steps]);
    expect(kept(shaken)).toEqual(kept(quiet));
    const counted = ({ house: { registry } }: typeof quiet) => [
      registry.active,
      registry.counts.resets,
      registry.counts.steps,
    ];
    expect(counted(shaken)).toEqual(counted(quiet));
  });
});

describe("what could not be kept", () => {
  const told = { code: "NOT_DURABLE", message: expect.stringMatching(/^Cannot answer now: .* send the same again\.$/) };

  test("is an error with a code of its own over a WebSocket, which stays open", async () => {
    const { house, log } = await openKept();
    const client = await house.connect();
    log.failNext(2);
    expect(await client.reset()).toMatchObject({ type: "error", data: told });
    expect(house.registry.active).toBe(0);
    expect(await client.ask({ type: "reset", request_id: "r" })).toMatchObject({ type: "error", request_id: "r" });
    await client.reset();
    log.failNext();
    expect(await client.step("RUN_TESTS")).toMatchObject({ type: "error", data: told });
    expect(await client.ask({ type: "state" })).toMatchObject({ data: { step_count: 0, done: false } });
    log.failNext();
    const handedIn = { code: "NOT_DURABLE", message: expect.stringContaining("The episode is handed in as it was") };
    expect(await client.step("SUBMIT")).toMatchObject({ type: "error", data: handedIn });
    expect(await client.step("SUBMIT")).toMatchObject({ data: { done: true } });
  });

  test("is a 503 over HTTP that says when to come again, and nothing of why", async () => {
    const { house, log } = await openKept();
    log.failNext();
    const refused = await house.request("POST", "/reset");
    expect(refused).toMatchObject({ status: 503, body: { code: told.code, detail: told.message } });
    expect(refused.headers.get("retry-after")).not.toBeNull();
    expect(JSON.stringify(refused.body)).not.toContain("secret");
    await house.request("POST", "/reset", { body: { episode_id: "a" } });
    log.failNext();
    const step = { action: { action_type: "SUBMIT" }, episode_id: "a" };
    expect(await house.request("POST", "/step", { body: step })).toMatchObject({
      status: 503,
      body: { code: told.code },
    });
    expect(await house.request("GET", "/state?episode_id=a")).toMatchObject({ body: { step_count: 0, done: false } });
    expect(await house.request("POST", "/step", { body: step })).toMatchObject({ status: 200, body: { done: true } });
  });

  test("has a code that OpenEnv's clients of tools read, and words that a model reads", async () => {
    const { house, log } = await openKept();
    const session_id = await createSession(house);
    log.failNext();
    const body = rpc("tools/call", { name: "run_tests", arguments: {}, session_id });
    expect(await house.request("POST", "/mcp", { body })).toMatchObject({
      body: { error: { data: { code: told.code } } },
    });
    log.failNext();
    const headers = { "mcp-session-id": session_id };
    expect(await house.request("POST", "/mcp", { body, headers })).toMatchObject({
      body: { result: { isError: true, content: [{ text: told.message }] } },
    });
  });
});
