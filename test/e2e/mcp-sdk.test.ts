import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { CallToolResultSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TraceFixClient } from "../../src/client/tracefix-client.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

interface Assistant extends AsyncDisposable {
  readonly client: Client;
  readonly transport: StreamableHTTPClientTransport;
  call(name: string, args?: Record<string, unknown>): ReturnType<typeof callTool>;
}

async function callTool(client: Client, name: string, args: Record<string, unknown>) {
  return CallToolResultSchema.parse(await client.callTool({ name, arguments: args }));
}

/** The official client of the Model Context Protocol, after its handshake. */
async function connect(server: ServerProcess): Promise<Assistant> {
  const client = new Client({ name: "assistant", version: "1.0.0" });
  const transport = new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${server.port}/mcp`));
  await client.connect(transport);
  return {
    client,
    transport,
    call: (name, args = {}) => callTool(client, name, args),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

const BUG = { task_name: "binary_search_off_by_one", seed: 7 };
const REPAIR = { start_line: 4, end_line: 4, new_code_block: "    while size > 0:" };
const text = (part: string) => [{ type: "text", text: expect.stringContaining(part) }];

describe("the official TypeScript client of the Model Context Protocol", () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ WORKERS: "1", MCP_EPISODES: "free" });
  });
  afterAll(() => server.stop());

  test("[SHTTP-1] [SHTTP-3] shakes hands, learns who serves and how to begin, and pings", async () => {
    await using assistant = await connect(server);
    const { client, transport } = assistant;
    expect(transport.sessionId).toBeTruthy();
    expect(client.getServerVersion()).toMatchObject({ name: "tracefix_rl" });
    expect(client.getServerCapabilities()).toEqual({ tools: {} });
    expect(client.getInstructions()).toContain("start_episode");
    expect(await client.ping()).toEqual({});
  });

  test("[SHTTP-4] [MCP-10] lists eight described tools with typed arguments", async () => {
    await using assistant = await connect(server);
    const { tools } = await assistant.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "start_episode",
      "view_code",
      "run_tests",
      "replace_lines",
      "replace_text",
      "undo_edit",
      "reset_to_original",
      "submit",
    ]);
    for (const { description } of tools) expect(description?.length).toBeGreaterThan(15);
    expect(tools.find(({ name }) => name === "replace_lines")?.inputSchema).toMatchObject({
      required: ["start_line", "end_line", "new_code_block"],
      properties: { start_line: { type: "integer" }, new_code_block: { type: "string" } },
    });
  });

  test("[SHTTP-4] is told what each tool does, and answered as its schema says, by whatever tool", async () => {
    await using assistant = await connect(server);
    const { tools } = await assistant.client.listTools();
    const hints = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
    expect(hints).toMatchObject({
      view_code: { readOnlyHint: true, idempotentHint: false },
      run_tests: { readOnlyHint: true, idempotentHint: false },
      replace_text: { readOnlyHint: false, destructiveHint: false },
      submit: { readOnlyHint: false, destructiveHint: true },
    });
    // From here on the client itself holds each answer against the schema.
    for (const { outputSchema } of tools) expect(outputSchema).toMatchObject({ type: "object" });
    for (const form of ["full", "lean"]) {
      await assistant.call("start_episode", { ...BUG, observation: form });
      const calls: [string, Record<string, unknown>?][] = [
        ["run_tests"],
        ["replace_text", { old_code_block: "size > 1", new_code_block: "size > 0" }],
        ["replace_text", { old_code_block: "nowhere at all", new_code_block: "" }],
        ["undo_edit"],
        ["view_code"],
        ["submit"],
      ];
      for (const [name, args] of calls) {
        const answer = await assistant.call(name, args);
        expect(answer).toMatchObject({ isError: false, structuredContent: { done: name === "submit" } });
        expect(answer.structuredContent).not.toHaveProperty("code_text");
      }
    }
  });

  test("[SHTTP-4] reads the text that a lean observation over /ws has, and is told to call tools", async () => {
    await using assistant = await connect(server);
    await using trainer = await TraceFixClient.connect(`http://127.0.0.1:${server.port}`);
    const { observation } = await trainer.reset({ ...BUG, prompt: "tools", observation: "lean" });
    const prompt = "system_prompt" in observation.metadata ? observation.metadata.system_prompt : "";
    expect(prompt).toContain("call exactly one");
    const begun = await assistant.call("start_episode", { ...BUG, prompt: "json" });
    expect(begun.content).toEqual([{ type: "text", text: `${prompt}\n\n${observation.text}` }]);
    for (const [tool, fields] of [
      ["run_tests", {}],
      ["replace_lines", REPAIR],
      ["run_tests", {}],
    ] as const) {
      const action = { action_type: tool.toUpperCase(), ...fields };
      const seen = (await trainer.step(action)).observation.text;
      expect((await assistant.call(tool, fields)).content).toEqual([{ type: "text", text: seen }]);
    }
  });

  test("[SHTTP-4] plays an episode by tools until it is solved", async () => {
    await using assistant = await connect(server);
    expect(await assistant.call("start_episode", BUG)).toMatchObject({ content: text("while size > 1:") });
    expect(await assistant.call("run_tests")).toMatchObject({ content: text("4 of 8 visible tests passed") });
    expect(await assistant.call("replace_lines", REPAIR)).toMatchObject({ content: text("Replaced line 4") });
    expect(await assistant.call("run_tests")).toMatchObject({ structuredContent: { step_count: 3, done: false } });
    const structuredContent = { reward: 0.98, done: true, info: { task_name: BUG.task_name } };
    expect(await assistant.call("submit")).toMatchObject({
      content: text("solved"),
      structuredContent,
      isError: false,
    });
    const late = await assistant.call("view_code");
    expect(late).toMatchObject({ isError: true, content: text("Call start_episode to begin another") });
  });

  test("[SHTTP-4] [SHTTP-5] keeps sessions apart, and reads what is wrong with a call", async () => {
    await using one = await connect(server);
    await using other = await connect(server);
    expect(one.transport.sessionId).not.toBe(other.transport.sessionId);
    await one.call("start_episode", BUG);
    await other.call("start_episode", { task_name: "sum_even_wrong_condition", seed: 7 });
    await one.call("replace_lines", REPAIR);
    expect(await other.call("view_code")).toMatchObject({ structuredContent: { step_count: 1 } });
    expect(await one.call("view_code")).toMatchObject({ structuredContent: { step_count: 2 } });
    const failure = { isError: true, content: text("seed: Input should be greater than or equal to 0") };
    expect(await one.call("start_episode", { seed: -1 })).toMatchObject(failure);
    await expect(one.call("fly")).rejects.toThrow("Unknown tool");
  });

  test("[SHTTP-7] [SHTTP-8] ends its session by DELETE, after which it is not found", async () => {
    const { client, transport } = await connect(server);
    const session = transport.sessionId ?? "";
    await transport.terminateSession();
    await client.close();
    const headers = { "mcp-session-id": session, "content-type": "application/json" };
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
    const answer = await fetch(`http://127.0.0.1:${server.port}/mcp`, { method: "POST", headers, body });
    expect(answer.status).toBe(404);
  });
});
