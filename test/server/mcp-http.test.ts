import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ManualClock } from "../sessions/manual-clock.ts";
import { openHouse } from "./harness.ts";
import { call, createSession, post, rpc, rpcError } from "./rpc.ts";

const NAMES = [
  "start_episode",
  "view_code",
  "run_tests",
  "replace_lines",
  "replace_text",
  "undo_edit",
  "reset_to_original",
  "submit",
];

/** Callers choose their episodes. */
const FREE = { settings: { MCP_EPISODES: "free" } };

describe("POST /mcp", () => {
  test.each([
    [{}],
    [{ jsonrpc: "1.0", method: "tools/list", id: 7 }],
    [{ ...rpc("tools/list"), extra: 1 }],
    [{ ...rpc("tools/list"), params: [1] }],
    [{ ...rpc("tools/list"), params: null }],
    [{ ...rpc("tools/list"), id: {} }],
    [{ jsonrpc: "2.0", id: 7 }],
  ])("[MCP-1] answers %j as an invalid request without an id", async (body) => {
    const house = await openHouse();
    expect(await post(house, body)).toEqual(rpcError(-32600, expect.stringContaining("Invalid request"), null));
  });

  test.each(["not json", "", "[]", "null", "5", '{"id":1,"id":2}', JSON.stringify([rpc("tools/list")])])(
    "[MCP-2] answers %j as what cannot be parsed",
    async (body) => {
      const house = await openHouse();
      expect(await post(house, body)).toEqual(rpcError(-32700, expect.stringContaining("Parse error"), null));
    },
  );

  test("[MCP-2] answers a body that is not there, or not UTF-8, as what cannot be parsed", async () => {
    const house = await openHouse();
    expect(await post(house, undefined)).toEqual(rpcError(-32700, expect.any(String), null));
    const answer = await fetch(`${house.url}/mcp`, { method: "POST", body: new Uint8Array([0xff, 0xfe]) });
    expect([answer.status, await answer.json()]).toEqual([200, rpcError(-32700, expect.any(String), null)]);
  });

  test("[MCP-2] takes JSON whatever its content type says", async () => {
    const { request } = await openHouse();
    const answer = await request("POST", "/mcp", { body: rpc("tools/list"), contentType: "text/plain" });
    expect(answer).toMatchObject({ status: 200, body: { id: 7, result: { tools: expect.any(Array) } } });
  });

  test("[MCP-1] answers a body that is too large with 200 as well", async () => {
    const house = await openHouse({ settings: { MAX_MESSAGE_BYTES: "1000" } });
    const answer = await post(house, rpc("tools/list", { filler: "x".repeat(1000) }));
    expect(answer).toEqual(rpcError(-32600, expect.stringContaining("MAX_MESSAGE_BYTES"), null));
  });

  test.each(["nope", "reset", "constructor", "openenv/session/list"])("[MCP-3] knows no method %s", async (method) => {
    const house = await openHouse();
    expect(await post(house, rpc(method))).toEqual(rpcError(-32601, `Method not found: ${method}`));
  });

  test("[MCP-4] is no page to look at", async () => {
    const { request } = await openHouse();
    const { status, headers, body } = await request("GET", "/mcp");
    expect([status, headers.get("allow"), body]).toEqual([405, "POST, DELETE", { detail: "Method Not Allowed" }]);
  });

  test("[MCP-5] is not open to pages of other origins", async () => {
    const { request, url } = await openHouse();
    const from = (origin: string) => request("POST", "/mcp", { body: rpc("tools/list"), headers: { origin } });
    for (const origin of ["https://evil.example", "null", "http://localhost.evil.example", `${url}0`]) {
      expect(await from(origin)).toMatchObject({ status: 403, body: { detail: expect.stringContaining("origin") } });
    }
    for (const origin of [url, "http://localhost:6274"]) expect(await from(origin)).toMatchObject({ status: 200 });
  });
});

describe("tools/list", () => {
  test("[MCP-6] lists the six actions and what begins an episode, with their arguments' schemas", async () => {
    const house = await openHouse();
    const { result } = await post(house, rpc("tools/list"));
    expect(result).toMatchObject({ tools: NAMES.map((name) => ({ name, inputSchema: { type: "object" } })) });
    expect(JSON.stringify(result)).not.toContain("$schema");
    expect(result).toMatchObject({
      tools: expect.arrayContaining([
        {
          name: "replace_lines",
          description: expect.any(String),
          inputSchema: expect.objectContaining({
            properties: {
              start_line: expect.objectContaining({ type: "integer", minimum: 1 }),
              end_line: expect.objectContaining({ type: "integer", minimum: 0 }),
              new_code_block: expect.objectContaining({ type: "string" }),
            },
            required: ["start_line", "end_line", "new_code_block"],
            additionalProperties: false,
          }),
          outputSchema: expect.objectContaining({
            type: "object",
            required: expect.arrayContaining(["code_dict", "step_count", "reward", "done"]),
          }),
          annotations: {
            title: "Replace lines",
            readOnlyHint: false,
            destructiveHint: false,
            idempotentHint: false,
            openWorldHint: false,
          },
        },
      ]),
    });
  });

  test("[MCP-7] uses none of the names that OpenEnv reserves", () => {
    expect(NAMES.filter((name) => ["reset", "step", "state", "close"].includes(name))).toEqual([]);
  });

  test("[MCP-8] needs no session, but knows one that is named", async () => {
    const house = await openHouse();
    await post(house, rpc("tools/list"));
    expect(house.registry.active).toBe(0);
    const session_id = await createSession(house);
    expect(await post(house, rpc("tools/list", { session_id }))).toMatchObject({ result: { tools: {} } });
    expect(await post(house, rpc("tools/list", { session_id: "zzz" }))).toEqual(
      rpcError(-32602, "Unknown session_id: zzz"),
    );
  });
});

describe("tools/call", () => {
  test("[MCP-9] answers the observation as structured content, as data and as readable text", async () => {
    const house = await openHouse(FREE);
    const session_id = await createSession(house);
    const begun = await call(house, "start_episode", { session_id, seed: 5 });
    const text = (part: string) => [
      { type: "text", text: expect.stringContaining(part), annotations: null, meta: null },
    ];
    expect(begun).toMatchObject({ id: 7, result: { content: text("Debug this."), is_error: false } });
    const observation = { step_count: 1, reward: 0.5, done: false, last_execution_output: "RUN_TESTS" };
    expect(await call(house, "run_tests", { session_id })).toEqual({
      jsonrpc: "2.0",
      id: 7,
      result: {
        content: text("RUN_TESTS"),
        structured_content: expect.objectContaining(observation),
        meta: null,
        data: expect.objectContaining(observation),
        is_error: false,
      },
    });
    expect(house.stage.requests).toMatchObject([{ seed: 5 }]);
  });

  test("[MCP-10] takes the action that the tool is named for", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    for (const name of NAMES.slice(1)) await call(house, name, { session_id });
    const actions = NAMES.slice(1).map((name) => (name === "replace_text" ? "REPLACE_LINES" : name.toUpperCase()));
    expect(house.stage.actions).toEqual(actions);
  });

  test("[MCP-11] begins an episode by itself where there is none, once, also for calls side by side", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    const calls = Array.from({ length: 5 }, () => call(house, "view_code", { session_id }));
    const answers = await Promise.all(calls);
    expect(house.stage.requests).toHaveLength(1);
    expect(JSON.stringify(answers).match(/Debug this\./g)).toHaveLength(1);
    expect(await call(house, "run_tests", { session_id })).toMatchObject({ result: { data: { step_count: 6 } } });
  });

  test("[MCP-12] does not begin another by itself when the episode is over, but says how", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    await call(house, "submit", { session_id });
    const message = expect.stringContaining("the episode is over. Call start_episode");
    expect(await call(house, "run_tests", { session_id })).toEqual(rpcError(-32603, message));
    expect(await call(house, "start_episode", { session_id })).toMatchObject({ result: { data: { step_count: 0 } } });
  });

  test("[MCP-13] leaves an action's arguments to the environment, whose judgement is an observation", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    const answer = await call(house, "replace_lines", { session_id, thought: "why not", start_line: "x", bogus: 1 });
    expect(answer).toMatchObject({ result: { data: { last_execution_output: "why not" }, is_error: false } });
  });

  test("[MCP-13] refuses arguments that no episode can begin with, and an action within an action", async () => {
    const house = await openHouse(FREE);
    const session_id = await createSession(house);
    expect(await call(house, "start_episode", { session_id, seed: -1 })).toEqual(
      rpcError(-32603, expect.stringContaining("seed: Input should be greater than or equal to 0")),
    );
    expect(await call(house, "start_episode", { session_id, sed: 1 })).toEqual(
      rpcError(-32603, expect.stringContaining("sed: Extra inputs are not permitted")),
    );
    expect(await call(house, "start_episode", { session_id, task_name: "unknown" })).toEqual(
      rpcError(-32603, "There is no task unknown"),
    );
    expect(await call(house, "run_tests", { session_id, action_type: "SUBMIT" })).toMatchObject({
      error: { code: -32603 },
    });
    expect(house.stage.actions).toEqual([]);
  });

  test("[MCP-14] knows no other tool, and needs a name and an object of arguments", async () => {
    const house = await openHouse();
    expect(await call(house, "missing")).toEqual(rpcError(-32603, expect.stringContaining("Unknown tool: 'missing'")));
    const asked = (params: object) => post(house, rpc("tools/call", params));
    expect(await asked({})).toEqual(rpcError(-32602, "Missing 'name' in params"));
    expect(await asked({ name: "run_tests", arguments: [1] })).toEqual(rpcError(-32602));
    expect(await asked({ name: ["run_tests"] })).toEqual(rpcError(-32602));
    expect(await asked({ name: "run_tests", session_id: 5 })).toEqual(rpcError(-32602));
    expect(await asked({ name: "run_tests", session_id: "zzz" })).toEqual(rpcError(-32602, "Unknown session_id: zzz"));
  });

  test("[MCP-15] begins a session of its own when none is named, and names it in meta and in the header", async () => {
    const house = await openHouse();
    const begun = await house.request("POST", "/mcp", { body: rpc("tools/call", { name: "run_tests" }) });
    const told = z.looseObject({ result: z.looseObject({ meta: z.strictObject({ session_id: z.string().min(1) }) }) });
    const { result } = told.parse(begun.body);
    const { session_id } = result.meta;
    expect(begun.headers.get("mcp-session-id")).toBe(session_id);
    expect(begun.body).toMatchObject({ result: { data: { step_count: 1 }, _meta: { session_id } } });
    const again = await call(house, "run_tests", { session_id });
    expect(again).toMatchObject({ result: { data: { step_count: 2 }, meta: null } });
    const headers = { "mcp-session-id": session_id };
    const byHeader = await house.request("POST", "/mcp", {
      body: rpc("tools/call", { name: "run_tests" }),
      headers,
    });
    expect(byHeader).toMatchObject({ body: { result: { structuredContent: { step_count: 3 } } } });
    expect(house.registry.active).toBe(1);
  });

  test("[MCP-15] never hands one nameless caller the session of another", async () => {
    const house = await openHouse();
    const named = await createSession(house);
    const secret = "x = 'written by somebody else'";
    await call(house, "start_episode", { thought: secret });
    await call(house, "replace_lines", { thought: secret });
    for (const name of NAMES) {
      const answer = await call(house, name, {});
      expect(answer).toMatchObject({ result: { data: { step_count: name === "start_episode" ? 0 : 1 } } });
      expect(JSON.stringify(answer)).not.toContain("somebody else");
    }
    expect(await call(house, "run_tests", { session_id: named })).toMatchObject({
      result: { data: { step_count: 1 } },
    });
  });

  test("[MCP-15] keeps no session that nobody learns the name of", async () => {
    const house = await openHouse();
    expect(await call(house, "missing")).toMatchObject({ error: { code: -32603 } });
    expect(await call(house, "start_episode", { seed: -1 })).toMatchObject({ error: { code: -32603 } });
    expect(house.registry.active).toBe(0);
  });

  test("[MCP-17] names the session that was made in the header, too", async () => {
    const house = await openHouse();
    const { headers, body } = await house.request("POST", "/mcp", { body: rpc("openenv/session/create") });
    expect(body).toEqual({ jsonrpc: "2.0", id: 7, result: { session_id: headers.get("mcp-session-id") } });
  });

  test("[MCP-16] shows neither stack nor path when something of ours breaks", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    house.stage.failSteps = true;
    const answer = await call(house, "run_tests", { session_id });
    expect(answer).toMatchObject({ error: { code: -32603, data: { code: "INTERNAL_ERROR" } } });
    expect(JSON.stringify(answer)).not.toMatch(/boom|secret|\.ts/);
  });
});

describe("a session of /mcp", () => {
  test("[MCP-17] is made, takes a slot, and gives it back when it is closed", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    expect(house.registry.active).toBe(1);
    const closed = await post(house, rpc("openenv/session/close", { session_id }));
    expect(closed).toEqual({ jsonrpc: "2.0", id: 7, result: { session_id, closed: true } });
    expect(house.registry.active).toBe(0);
    expect(await call(house, "run_tests", { session_id })).toEqual(
      rpcError(-32602, `Unknown session_id: ${session_id}`),
    );
  });

  test("[MCP-17] can only be closed by its id", async () => {
    const house = await openHouse();
    const close = (params?: object) => post(house, rpc("openenv/session/close", params));
    expect(await close()).toEqual(rpcError(-32602, "Invalid params - 'session_id' is required"));
    expect(await close({ session_id: "" })).toEqual(rpcError(-32602, "Invalid params - 'session_id' is required"));
    expect(await close({ session_id: "zzz" })).toEqual(rpcError(-32602, "Unknown session_id: zzz"));
  });

  test("[MCP-18] counts against the same capacity as every other", async () => {
    const house = await openHouse({ capacity: 2 });
    await createSession(house);
    await (await house.connect()).reset();
    const data = { active_sessions: 2, max_sessions: 2 };
    const refused = { error: { code: -32000, message: expect.stringContaining("2/2"), data } };
    expect(await post(house, rpc("openenv/session/create"))).toMatchObject(refused);
    expect(await call(house, "run_tests")).toMatchObject(refused);
    expect(await house.request("POST", "/reset")).toMatchObject({ status: 503 });
  });

  test("[MCP-19] ends when nobody asks for it for too long, and not while it is asked for", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ clock, settings: { HTTP_IDLE_SECONDS: "100" } });
    const [kept, left] = [await createSession(house), await createSession(house)];
    await call(house, "run_tests");
    clock.advance(60_000);
    await call(house, "run_tests", { session_id: kept });
    clock.advance(60_000);
    expect(house.registry.active).toBe(1);
    expect(await call(house, "run_tests", { session_id: left })).toEqual(rpcError(-32602));
    expect(await call(house, "run_tests", { session_id: kept })).toMatchObject({ result: { data: { step_count: 2 } } });
    expect(await call(house, "run_tests")).toMatchObject({ result: { data: { step_count: 1 } } });
    clock.advance(120_000);
    expect(house.registry.active).toBe(0);
  });

  test("[MCP-18] is lost neither to a factory that fails nor to clients that come and go", async () => {
    const house = await openHouse({ capacity: 3 });
    house.stage.failFactory = true;
    expect(await post(house, rpc("openenv/session/create"))).toEqual(rpcError(-32000));
    house.stage.failFactory = false;
    for (let count = 0; count < 50; count += 1) {
      const session_id = await createSession(house);
      await call(house, "run_tests", { session_id });
      await post(house, rpc("openenv/session/close", { session_id }));
    }
    expect(house.registry.active).toBe(0);
  });

  test("[MCP-17] gives up what runs when it is closed", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    house.stage.hangSteps = true;
    const running = call(house, "run_tests", { session_id });
    await house.stage.until(({ hanging }) => hanging.length === 1);
    await post(house, rpc("openenv/session/close", { session_id }));
    expect(await running).toEqual(rpcError(-32000));
    expect(house.registry.active).toBe(0);
  });

  test("[MCP-19] leaves no timer behind when the server stops", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ clock });
    await createSession(house);
    await house.server.stop();
    expect([clock.running, house.registry.active]).toEqual([0, 0]);
  });
});
