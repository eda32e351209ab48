import { describe, expect, test } from "vitest";
import { z } from "zod";
import { toolFrameSchema } from "../../src/protocol/protocol.ts";
import { type Client, openHouse } from "./harness.ts";
import { call, createSession, post, rpc, rpcError } from "./rpc.ts";

const toolCall = (name: string, args: object = {}) => rpc("tools/call", { name, arguments: args });

/** The id of a socket's own session. */
async function ownSession(client: Client, wrap: (request: object) => object): Promise<string> {
  const answer = await client.askJson(wrap(rpc("openenv/session/create")));
  const told = z.object({ result: z.object({ session_id: z.string() }) });
  return z.union([told, z.object({ data: told }).transform(({ data }) => data)]).parse(answer).result.session_id;
}

describe("WS /mcp", () => {
  test("[WS-MCP-1] is one session, answering bare JSON-RPC in order", async () => {
    const { connect, registry } = await openHouse();
    const client = await connect("/mcp");
    expect(await client.askJson(rpc("tools/list", undefined, "a"))).toMatchObject({ id: "a", result: { tools: {} } });
    for (const id of [1, 2, 3]) client.send({ ...toolCall("run_tests"), id });
    for (const id of [1, 2, 3]) {
      expect(await client.nextJson()).toMatchObject({ id, result: { data: { step_count: id }, is_error: false } });
    }
    expect(registry.active).toBe(1);
    client.socket.close();
    await expect.poll(() => registry.active).toBe(0);
  });

  test("[WS-MCP-2] answers a faulty frame and goes on", async () => {
    const { connect } = await openHouse();
    const client = await connect("/mcp");
    const notParsed = rpcError(-32700, expect.stringContaining("Parse error"), null);
    for (const frame of ["not json", "[]", "5", ""]) expect(await client.askJson(frame)).toEqual(notParsed);
    client.socket.send(Buffer.from("{}"), { binary: true });
    expect(await client.nextJson()).toEqual(notParsed);
    expect(await client.askJson({ x: 1 })).toEqual(rpcError(-32600, expect.stringContaining("Invalid request"), null));
    expect(await client.askJson(rpc("nope"))).toEqual(rpcError(-32601));
    expect(await client.askJson({ jsonrpc: "2.0", method: "tools/list" })).toMatchObject({ id: null, result: {} });
  });

  test("[WS-MCP-3] tells its session's id, by which it can be played over HTTP but not closed", async () => {
    const house = await openHouse();
    const client = await house.connect("/mcp");
    const session_id = await ownSession(client, (request) => request);
    expect(await ownSession(client, (request) => request)).toBe(session_id);
    expect(await call(house, "run_tests", { session_id })).toMatchObject({ result: { data: { step_count: 1 } } });
    expect(await client.askJson(toolCall("run_tests"))).toMatchObject({ result: { data: { step_count: 2 } } });
    expect(await client.askJson(rpc("openenv/session/close", { session_id }))).toEqual(
      rpcError(-32600, expect.stringContaining("Cannot close active WebSocket-managed session")),
    );
    expect(await post(house, rpc("openenv/session/close", { session_id }))).toMatchObject({
      result: { session_id, closed: false, closing: true },
    });
    expect(house.registry.active).toBe(1);
  });

  test("[WS-MCP-4] is refused by a JSON-RPC error, then closed, when there is no session left", async () => {
    const { connect, registry } = await openHouse({ capacity: 1 });
    await connect("/mcp");
    const refused = await connect("/mcp");
    expect(await refused.nextJson()).toMatchObject({
      id: null,
      error: { code: -32000, data: { active_sessions: 1, max_sessions: 1 } },
    });
    expect(await refused.closed).toEqual({ code: 1000, reason: "" });
    expect(registry.active).toBe(1);
  });

  test("[WS-MCP-4] says in JSON-RPC why it takes no message that is too large", async () => {
    const { connect } = await openHouse({ settings: { MAX_MESSAGE_BYTES: "1000" } });
    const client = await connect("/mcp");
    client.send("x".repeat(2000));
    expect(await client.nextJson()).toEqual(rpcError(-32000, expect.stringContaining("MAX_MESSAGE_BYTES"), null));
    expect(await client.closed).toMatchObject({ code: 1009 });
  });

  test("[MCP-5] is not open to pages of other origins", async () => {
    const { url } = await openHouse();
    const { WebSocket } = await import("ws");
    const socket = new WebSocket(`${url.replace("http", "ws")}/mcp`, { origin: "https://evil.example" });
    const failure = new Promise((resolve) => socket.once("error", resolve));
    expect(String(await failure)).toContain("403");
  });
});

describe("a frame mcp on /ws", () => {
  test("[WS-MCP-5] is JSON-RPC in the socket's own session, and carries its request_id", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    await client.reset({ episode_id: "m" });
    const ask = (data: object) => client.ask({ type: "mcp", data, request_id: "r" });
    expect(await ask(toolCall("run_tests"))).toMatchObject({
      type: "mcp",
      request_id: "r",
      data: { jsonrpc: "2.0", id: 7, result: { data: { step_count: 1 } } },
    });
    expect(await ask({})).toMatchObject({ type: "mcp", data: { id: null, error: { code: -32600, data: null } } });
    expect(await ask(toolCall("missing"))).toMatchObject({ type: "mcp", data: { error: { code: -32603 } } });
    expect(await client.ask({ type: "state" })).toMatchObject({ data: { episode_id: "m", step_count: 1 } });
    expect(await client.ask({ type: "mcp" })).toMatchObject({ type: "error", data: { code: "VALIDATION_ERROR" } });
  });

  test("[WS-MCP-3] cannot close the socket's own session", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    const session_id = await ownSession(client, (data) => ({ type: "mcp", data }));
    const close = { type: "mcp", data: rpc("openenv/session/close", { session_id }) };
    expect(await client.ask(close)).toMatchObject({ data: { error: { code: -32600 } } });
    expect(await client.reset()).toMatchObject({ type: "observation" });
  });
});

describe("/ws?session_id=…", () => {
  test("[ATTACH-1] plays in the session that /mcp made, and takes no slot of its own", async () => {
    const house = await openHouse({ capacity: 1 });
    const session_id = await createSession(house);
    const client = await house.connect(`/ws?session_id=${session_id}`);
    await client.reset({ episode_id: "sh" });
    expect(await call(house, "run_tests", { session_id })).toMatchObject({ result: { data: { step_count: 1 } } });
    expect(await client.ask({ type: "state" })).toMatchObject({ data: { episode_id: "sh", step_count: 1 } });
    expect(house.registry.active).toBe(1);
  });

  test("[ATTACH-2] is refused to a second socket at a time, and the first does not notice", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    const path = `/ws?session_id=${session_id}`;
    const first = await house.connect(path);
    const second = await house.connect(path);
    expect(await second.next()).toEqual({
      type: "error",
      data: { code: "SESSION_ERROR", message: `Session ${session_id} already has an attached WebSocket` },
    });
    expect(await second.closed).toEqual({ code: 1000, reason: "" });
    expect(await first.reset()).toMatchObject({ type: "observation" });
    first.send({ type: "close" });
    await first.closed;
    expect(await (await house.connect(path)).step("RUN_TESTS")).toMatchObject({ type: "observation" });
  });

  test("[ATTACH-3] leaves the session behind when the socket goes", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    const client = await house.connect(`/ws?session_id=${session_id}`);
    await client.reset();
    client.send({ type: "close" });
    await client.closed;
    expect(await call(house, "run_tests", { session_id })).toMatchObject({ result: { data: { step_count: 1 } } });
    expect(house.registry.active).toBe(1);
  });

  test("[ATTACH-4] puts off the session's close until the socket is gone", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    const client = await house.connect(`/ws?session_id=${session_id}`);
    const close = await post(house, rpc("openenv/session/close", { session_id }));
    expect(close).toMatchObject({ result: { session_id, closed: false, closing: true } });
    expect(await client.reset()).toMatchObject({ type: "observation" });
    client.socket.terminate();
    await expect.poll(() => house.registry.active).toBe(0);
  });

  test("[ATTACH-5] knows no session that /mcp did not make", async () => {
    const house = await openHouse();
    const other = await house.connect("/mcp");
    const id = await ownSession(other, (request) => request);
    for (const unknown of ["", "unknown", id]) {
      const client = await house.connect(`/ws?session_id=${unknown}`);
      expect(await client.next()).toMatchObject({ data: { code: "SESSION_ERROR" } });
      expect(await client.closed).toMatchObject({ code: 1000 });
    }
    expect(house.registry.active).toBe(1);
  });
});

describe("the steps of older clients on /ws", () => {
  const step = async (client: Client, data: object) =>
    toolFrameSchema.parse(await client.askJson({ type: "step", data, request_id: "r" }));

  test("[OLD-1] list_tools lists the tools, and takes no step", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    const answer = await step(client, { type: "list_tools", metadata: {} });
    expect(answer).toMatchObject({ data: { observation: { metadata: {} }, reward: null, done: false } });
    const input_schema = expect.objectContaining({ type: "object" });
    const tool = { name: "submit", description: expect.any(String), input_schema };
    expect(answer).toMatchObject({ data: { observation: { tools: expect.arrayContaining([tool]) } } });
    expect(stage.actions).toEqual([]);
  });

  test("[OLD-1] list_tools has no key that OpenEnv's own class of a tool does not take: no annotations", async () => {
    const { connect } = await openHouse();
    const answer = await step(await connect(), { type: "list_tools" });
    const { observation } = answer.data;
    const listed = "tools" in observation ? observation.tools : [];
    expect(listed.length).toBe(8);
    for (const tool of listed) expect(Object.keys(tool)).toEqual(["name", "description", "input_schema"]);
  });

  test("[OLD-2] call_tool answers the tool's result, with the step's reward and end beside it", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    await client.reset();
    const called = await step(client, { type: "call_tool", tool_name: "run_tests", arguments: {} });
    const observation = { metadata: {}, tool_name: "run_tests", error: null };
    expect(called).toMatchObject({ request_id: "r", data: { observation, reward: 0.5, done: false } });
    expect(called).toMatchObject({ data: { observation: { result: { data: { step_count: 1 } } } } });
    expect(await step(client, { type: "call_tool", tool_name: "submit" })).toMatchObject({ data: { done: true } });
  });

  test.each([
    ["missing", {}, "tool_not_found"],
    ["start_episode", { seed: -1 }, "invalid_args"],
    ["run_tests", { action_type: "SUBMIT" }, "invalid_args"],
  ])("[OLD-3] call_tool of %s with %j is told as an error in an observation", async (tool_name, args, error_type) => {
    const { connect } = await openHouse();
    const client = await connect();
    await client.reset();
    const answer = await step(client, { type: "call_tool", tool_name, arguments: args });
    const observation = { metadata: {}, tool_name, result: null, error: { error_type, message: expect.any(String) } };
    expect(answer).toEqual({ type: "observation", request_id: "r", data: { observation, reward: null, done: false } });
  });

  test("[OLD-4] call_tool before a reset is an error, never a hidden reset", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    const answer = await step(client, { type: "call_tool", tool_name: "run_tests", arguments: {} });
    expect(answer).toMatchObject({ data: { observation: { error: { error_type: "execution_error" } } } });
    expect(stage.requests).toEqual([]);
    expect(await step(client, { type: "call_tool", tool_name: "start_episode" })).toMatchObject({
      data: { observation: { error: null }, reward: 0 },
    });
  });

  test.each([
    [{ type: "call_tool" }],
    [{ type: "call_tool", tool_name: 5 }],
    [{ type: "call_tool", tool_name: "submit", arguments: [] }],
    [{ type: "list_tools", extra: 1 }],
  ])("[OLD-5] %j is no step at all", async (data) => {
    const { connect } = await openHouse();
    const client = await connect();
    await client.reset();
    expect(await client.ask({ type: "step", data })).toMatchObject({ data: { code: "VALIDATION_ERROR" } });
  });

  test("[HTTP-18] of another type are a policy's mistake like any object that is no action", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    await client.reset();
    expect(await client.ask({ type: "step", data: { type: "other" } })).toMatchObject({ type: "observation" });
  });
});
