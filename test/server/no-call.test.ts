/** What is no call of a tool, at every door where tools are called: refused, and no step. And whose names are heard there. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenServer, openServer } from "../bad-input/open-server.ts";
import { Client } from "./harness.ts";
import { rpc } from "./rpc.ts";

let server: OpenServer;
beforeAll(async () => {
  server = await openServer({ MAX_SESSIONS: "100" });
});
afterAll(() => server.stop());

const EASY = { task_name: "sum_even_missing_accumulator", seed: 1 };

async function post(body: object, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${server.url}/mcp`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { headers: answer.headers, text: await answer.text() };
}

async function connect(path = "/ws"): Promise<Client> {
  return Client.open(`ws://127.0.0.1:${server.port}${path}`);
}

/** Each begins an episode of its own, and gives the whole answer to a call, as text. */
const CALL_DOORS: Readonly<Record<string, () => Promise<(name: string, args: unknown) => Promise<string>>>> = {
  "POST /mcp of OpenEnv": async () => {
    const { session_id } = JSON.parse((await post(rpc("openenv/session/create"))).text).result;
    return async (name, args) => (await post(toolCall(name, args, { session_id }))).text;
  },
  "POST /mcp of the Model Context Protocol": async () => {
    const hello = rpc("initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: {} });
    const session = { "mcp-session-id": (await post(hello)).headers.get("mcp-session-id") ?? "" };
    return async (name, args) => (await post(toolCall(name, args), session)).text;
  },
  "WS /mcp": async () => {
    const client = await connect("/mcp");
    return async (name, args) => JSON.stringify(await client.askJson(toolCall(name, args)));
  },
  "steps call_tool of /ws": async () => {
    const client = await connect();
    await client.reset(EASY);
    return async (tool_name, args) => {
      return JSON.stringify(
        await client.askJson({ type: "step", data: { type: "call_tool", tool_name, arguments: args } }),
      );
    };
  },
};

function toolCall(name: string, args: unknown, more: object = {}): object {
  return rpc("tools/call", { name, arguments: args, ...more });
}

describe.each(Object.entries(CALL_DOORS))("what is no call, at %s,", (_, open) => {
  test.each([
    ["a tool that there is not", "fly", {}, "Unknown tool: 'fly'"],
    ["an action's name", "RUN_TESTS", {}, "Unknown tool: 'RUN_TESTS'"],
    ["arguments that are a list", "submit", [], "dictionary"],
    ["arguments that are a number", "submit", 5, "dictionary"],
    ["arguments that name another action", "run_tests", { action_type: "SUBMIT" }, "another action_type"],
  ])("is refused and takes no step: %s", async (_name, name, args, why) => {
    const call = await open();
    expect(await call(name, args)).toContain(why);
    const next = await call("run_tests", {});
    expect(next).toContain('"step_count":1');
    expect(next).toContain('"penalty":0');
  });
});

test("a step that is no call hears the names that its prompt has", async () => {
  const client = await connect();
  const told = async (data: object) => JSON.stringify(await client.askJson({ type: "step", data }));
  const call = { type: "call_tool", tool_name: "replace_lines", arguments: {} };
  for (const [prompt, own] of [
    ["json", "REPLACE_LINES needs"],
    ["tools", "replace_lines needs"],
  ] as const) {
    await client.reset({ ...EASY, prompt });
    expect(await told({ action_type: "REPLACE_LINES" })).toContain(own);
    expect(await told(call)).toContain("replace_lines needs");
    expect(await told({ action_type: "REPLACE_LINES" })).toContain(own);
  }
});
