import { describe, expect, test } from "vitest";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type Answer, type House, openHouse } from "./harness.ts";
import { rpc, rpcError } from "./rpc.ts";

const HELLO = { capabilities: {}, clientInfo: { name: "test", version: "1" } };

/** Posts as a client of the Model Context Protocol does. */
function send({ request }: House, body: unknown, session?: string): Promise<Answer> {
  const accept = "application/json, text/event-stream";
  return request("POST", "/mcp", { body, headers: { accept, ...(session && { "mcp-session-id": session }) } });
}

/** Shakes hands; gives the session's id. */
async function initialize(house: House, protocolVersion = "2025-06-18"): Promise<string> {
  const answer = await send(house, rpc("initialize", { protocolVersion, ...HELLO }));
  const session = answer.headers.get("mcp-session-id");
  if (answer.status !== 200 || session === null) throw new Error(`No session: ${JSON.stringify(answer.body)}`);
  return session;
}

const tool = (name: string, args?: object) => rpc("tools/call", { name, ...(args && { arguments: args }) });

describe("initialize", () => {
  test.each(["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])(
    "[SHTTP-1] takes version %s, offers tools and names the session in a header",
    async (protocolVersion) => {
      const house = await openHouse();
      const answer = await send(house, rpc("initialize", { protocolVersion, ...HELLO }));
      expect(answer).toMatchObject({
        status: 200,
        body: {
          jsonrpc: "2.0",
          id: 7,
          result: {
            protocolVersion,
            capabilities: { tools: {} },
            serverInfo: { name: "tracefix_rl", version: expect.any(String) },
            instructions: expect.stringContaining("start_episode"),
          },
        },
      });
      expect(answer.headers.get("content-type")).toContain("application/json");
      expect(answer.headers.get("mcp-session-id")).toMatch(/^[\x21-\x7e]+$/);
      expect(house.registry.active).toBe(1);
    },
  );

  test("[SHTTP-1] offers its newest version to a client that asks for one it does not know", async () => {
    const house = await openHouse();
    const answer = await send(house, rpc("initialize", { protocolVersion: "2099-01-01", ...HELLO }));
    expect(answer).toMatchObject({ body: { result: { protocolVersion: "2025-11-25" } } });
  });

  test("[SHTTP-1] is answered with an error, and no session, when it says no version or there is no room", async () => {
    const house = await openHouse({ capacity: 1 });
    const bad = await send(house, rpc("initialize", {}));
    expect([bad.status, bad.body, bad.headers.get("mcp-session-id")]).toEqual([200, rpcError(-32602), null]);
    await initialize(house);
    const full = await send(house, rpc("initialize", { protocolVersion: "2025-06-18", ...HELLO }));
    expect(full).toMatchObject({ body: { error: { code: -32000, data: { active_sessions: 1, max_sessions: 1 } } } });
    expect(house.registry.active).toBe(1);
  });

  test("[SHTTP-1] within a session takes no second slot", async () => {
    const house = await openHouse();
    const session = await initialize(house);
    const again = await send(house, rpc("initialize", { protocolVersion: "2025-06-18", ...HELLO }), session);
    expect([again.headers.get("mcp-session-id"), house.registry.active]).toEqual([session, 1]);
  });
});

describe("a session of the Model Context Protocol", () => {
  test("[SHTTP-2] takes notifications and answers without a body", async () => {
    const house = await openHouse();
    const session = await initialize(house);
    const bodies = [
      { jsonrpc: "2.0", method: "notifications/initialized" },
      { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } },
      { jsonrpc: "2.0", id: 3, result: {} },
    ];
    for (const body of bodies) expect(await send(house, body, session)).toMatchObject({ status: 202, body: "" });
    expect(await send(house, bodies[0])).toMatchObject({ status: 202, body: "" });
  });

  test("[SHTTP-3] answers pings, with the header and without", async () => {
    const house = await openHouse();
    const session = await initialize(house);
    for (const id of [session, undefined]) {
      expect(await send(house, rpc("ping"), id)).toMatchObject({ status: 200, body: { id: 7, result: {} } });
    }
  });

  test("[SHTTP-4] lists and calls tools, with camelCase results, and keeps its episode", async () => {
    const house = await openHouse();
    const session = await initialize(house);
    const list = await send(house, rpc("tools/list", { _meta: { progressToken: 1 } }), session);
    expect(list).toMatchObject({ body: { result: { tools: expect.any(Array) } } });
    const text = (part: string) => [{ type: "text", text: expect.stringContaining(part) }];
    const begun = await send(house, tool("start_episode", { max_steps: 20 }), session);
    expect(begun).toMatchObject({ body: { result: { content: text("Debug this."), isError: false } } });
    const structuredContent = expect.objectContaining({ step_count: 1, reward: 0.5, done: false });
    expect(await send(house, tool("run_tests"), session)).toMatchObject({
      status: 200,
      body: { jsonrpc: "2.0", id: 7, result: { content: text("RUN_TESTS"), structuredContent, isError: false } },
    });
    const other = await initialize(house);
    expect(await send(house, tool("run_tests"), other)).toMatchObject({
      body: { result: { content: text("You began with this action."), structuredContent } },
    });
  });

  test("[SHTTP-5] tells a failure as a result that the model reads", async () => {
    const house = await openHouse();
    const session = await initialize(house);
    await send(house, tool("submit"), session);
    const failure = (text: string) => ({
      status: 200,
      body: { result: { content: [{ type: "text", text: expect.stringContaining(text) }], isError: true } },
    });
    expect(await send(house, tool("run_tests"), session)).toMatchObject(failure("Call start_episode"));
    expect(await send(house, tool("start_episode", { seed: -1 }), session)).toMatchObject(failure("seed"));
  });

  test("[SHTTP-6] answers what it does not know with an error", async () => {
    const house = await openHouse();
    const session = await initialize(house);
    const body = async (request: unknown) => (await send(house, request, session)).body;
    expect(await body(rpc("server/discover"))).toEqual(rpcError(-32601));
    expect(await body(rpc("resources/list"))).toEqual(rpcError(-32601));
    expect(await body(tool("missing"))).toEqual(rpcError(-32602, expect.stringContaining("Unknown tool")));
    expect(await body(rpc("tools/call", {}))).toEqual(rpcError(-32602));
    expect(await body({ method: "ping", id: 7 })).toEqual(rpcError(-32600, expect.any(String), null));
    expect(await send(house, "not json", session)).toMatchObject({ status: 400, body: { error: { code: -32700 } } });
  });

  test("[SHTTP-7] that is not known is 404, whatever is asked of it", async () => {
    const house = await openHouse();
    for (const body of [rpc("tools/list"), rpc("initialize"), rpc("ping"), "not json"]) {
      expect(await send(house, body, "unknown")).toMatchObject({ status: 404, body: { error: { data: null } } });
    }
    const headers = { "mcp-session-id": "unknown" };
    expect(await house.request("DELETE", "/mcp", { headers })).toMatchObject({ status: 404 });
    expect(await house.request("DELETE", "/mcp")).toMatchObject({ status: 404 });
  });

  test("[SHTTP-8] ends by DELETE, which frees its slot", async () => {
    const house = await openHouse();
    const session = await initialize(house);
    const headers = { "mcp-session-id": session };
    expect(await house.request("DELETE", "/mcp", { headers })).toMatchObject({ status: 204, body: "" });
    expect(house.registry.active).toBe(0);
    expect(await send(house, rpc("tools/list"), session)).toMatchObject({ status: 404 });
  });

  test("[SHTTP-8] ends when nobody asks for it for too long", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ clock, settings: { HTTP_IDLE_SECONDS: "100" } });
    const session = await initialize(house);
    clock.advance(120_000);
    expect(house.registry.active).toBe(0);
    expect(await send(house, tool("run_tests"), session)).toMatchObject({ status: 404 });
  });

  test("[SHTTP-9] offers no stream", async () => {
    const { request } = await openHouse();
    const headers = { accept: "text/event-stream" };
    expect(await request("GET", "/mcp", { headers })).toMatchObject({ status: 405 });
  });

  test("[SHTTP-10] refuses a version that it did not offer, and takes any Accept", async () => {
    const house = await openHouse();
    const session = await initialize(house);
    const ask = (headers: Record<string, string>) =>
      house.request("POST", "/mcp", { body: rpc("ping"), headers: { "mcp-session-id": session, ...headers } });
    expect(await ask({ "mcp-protocol-version": "1999-01-01" })).toMatchObject({ status: 400 });
    expect(await ask({ "mcp-protocol-version": "2025-06-18" })).toMatchObject({ status: 200 });
    expect(await ask({ accept: "*/*" })).toMatchObject({ status: 200 });
    expect(await ask({ accept: "text/html" })).toMatchObject({ status: 200 });
  });
});
