/** The tools over `/mcp`: what is listed, and what calls of them do and say. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { TOOLS } from "../../src/protocol/protocol.ts";
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
              path: expect.objectContaining({ type: "string" }),
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

  test("[MCP-7] calls no tool that costs a step idempotent, and only those read-only that leave the file as it is", () => {
    const that = (hint: "idempotentHint" | "readOnlyHint") =>
      TOOLS.filter(({ effects }) => effects[hint]).map(({ name }) => name);
    expect([that("idempotentHint"), that("readOnlyHint")]).toEqual([[], ["view_code", "run_tests"]]);
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
