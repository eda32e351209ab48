/** No reply to a player is larger than the 1 MiB that common clients take, at any door, however its bytes are escaped. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAX_FILE_JSON_BYTES } from "../../src/environment/document.ts";
import { Client } from "../server/harness.ts";
import { type OpenServer, openServer } from "./open-server.ts";

const MOST = 1024 * 1024;
/** Larger than any answer here that did not hold the file: so the test would see if the edit had been refused. */
const LEAST = MAX_FILE_JSON_BYTES - 10_000;

let server: OpenServer;
beforeAll(async () => {
  server = await openServer({ MAX_MESSAGE_BYTES: "1048576", MCP_EPISODES: "free" });
});
afterAll(() => server.stop());

/** One byte in Python, six in JSON. */
const ESCAPED = "\u0001";
const PROGRAM = `def sum_even(numbers):
    print("${ESCAPED}" * 3000)
    if len(numbers) % 2:
        raise ValueError("${ESCAPED}" * 3000)
    return "${ESCAPED}" * 500, {"${ESCAPED}" * 100: numbers}
`;
const EDIT = {
  action_type: "REPLACE_LINES",
  start_line: 1,
  end_line: 6,
  new_code_block: `${PROGRAM}# ${ESCAPED.repeat(21_700)}`,
};
const NOT_PARSED = { action_type: "REPLACE_LINES", start_line: 1, end_line: 1, new_code_block: ESCAPED.repeat(500) };
const PLAIN = ["VIEW_CODE", "RUN_TESTS", "RUN_TESTS", "UNDO_EDIT", "SUBMIT"].map((action_type) => ({ action_type }));
/** The last but one follows the edit again, so that the end of the episode shows it too. */
const ACTIONS = [EDIT, NOT_PARSED, ...PLAIN.slice(0, 4), EDIT, ...PLAIN.slice(4)];
const TASK = { task_name: "sum_even_wrong_condition", seed: 1, episode_id: ESCAPED.repeat(255) };

type Send = (message: unknown) => Promise<string>;

async function overSocket(path: string): Promise<{ send: Send; client: Client }> {
  const client = await Client.open(`ws://127.0.0.1:${server.port}${path}`);
  const send: Send = async (message) => JSON.stringify(await client.askJson(message as object));
  return { send, client };
}

async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const init = { method: "POST", headers: { "content-type": "application/json", ...headers } };
  return fetch(`${server.url}${path}`, { ...init, body: JSON.stringify(body) });
}

/** Bytes of the largest of some answers, and that none was refused. */
function largest(answers: readonly string[]): number {
  for (const answer of answers) expect(answer).not.toMatch(/"code":(?:-\d|"[A-Z_]+")|"error":\{/);
  return Math.max(...answers.map((answer) => Buffer.byteLength(answer)));
}

function expectBounded(answers: readonly string[]): void {
  expect(largest(answers)).toBeGreaterThan(LEAST);
  expect(largest(answers)).toBeLessThan(MOST);
}

/** In turn, as a session's frames are answered. */
async function inTurn<Item>(items: readonly Item[], answer: (item: Item) => Promise<string>): Promise<string[]> {
  const answers: string[] = [];
  for (const item of items) answers.push(await answer(item));
  return answers;
}

/** As long as one may be, and each another. */
let requests = 0;
function nextId(): string {
  requests += 1;
  return `${ESCAPED.repeat(250)}${String(requests).padStart(5, "0")}`;
}
const rpc = (method: string, params: object) => ({ jsonrpc: "2.0", id: ESCAPED.repeat(1000), method, params });
const toolCall = ({ action_type, ...rest }: { readonly action_type: string }) =>
  rpc("tools/call", { name: action_type.toLowerCase(), arguments: rest });
const CALLS = [rpc("tools/call", { name: "start_episode", arguments: TASK }), ...ACTIONS.map(toolCall)];

test("over /ws", async () => {
  const { send, client } = await overSocket("/ws");
  await send({ type: "reset", data: TASK });
  expectBounded(await inTurn(ACTIONS, (data) => send({ type: "step", data, request_id: nextId() })));
  client.socket.terminate();
});

test("over /ws in frames of MCP", async () => {
  const { send, client } = await overSocket("/ws");
  expectBounded(await inTurn(CALLS, (data) => send({ type: "mcp", data, request_id: nextId() })));
  client.socket.terminate();
});

test("over /ws to a step that names a tool by a megabyte, of which no more than the beginning is repeated", async () => {
  const { send, client } = await overSocket("/ws");
  await send({ type: "reset", data: TASK });
  const data = { type: "call_tool", tool_name: ESCAPED.repeat(170_000) };
  const answer = await send({ type: "step", data, request_id: nextId() });
  expect(answer).toContain("tool_not_found");
  expect(Buffer.byteLength(answer)).toBeLessThan(10_000);
  client.socket.terminate();
});

test("over the socket /mcp, where the observation is sent twice", async () => {
  const { send, client } = await overSocket("/mcp");
  expectBounded(await inTurn(CALLS, send));
  client.socket.terminate();
});

test("over POST /mcp in OpenEnv's dialect", async () => {
  const made: { readonly result: object } = JSON.parse(
    await (await post("/mcp", rpc("openenv/session/create", {}))).text(),
  );
  const send: Send = async (call) => {
    const { params, ...rest } = call as ReturnType<typeof rpc>;
    return (await post("/mcp", { ...rest, params: { ...params, ...made.result } })).text();
  };
  expectBounded(await inTurn(CALLS, send));
});

test("over POST /mcp in the protocol itself", async () => {
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } };
  const begun = await post("/mcp", rpc("initialize", params));
  const headers = { "mcp-session-id": begun.headers.get("mcp-session-id") ?? "" };
  expectBounded(await inTurn(CALLS, async (call) => (await post("/mcp", call, headers)).text()));
});

test("over HTTP", async () => {
  await post("/reset", TASK);
  const step = async (action: object) => (await post("/step", { action, episode_id: TASK.episode_id })).text();
  expectBounded(await inTurn(ACTIONS, step));
});

test("on the page's socket, which tells of many steps at once", async () => {
  const client = await Client.open(`ws://127.0.0.1:${server.port}/ws/ui`);
  const updates = [JSON.stringify(await client.nextJson())];
  await post("/web/reset", TASK);
  updates.push(JSON.stringify(await client.nextJson()));
  for (const action of ACTIONS) {
    await post("/web/step", { action: { thought: ESCAPED.repeat(9_000), ...action } });
    updates.push(JSON.stringify(await client.nextJson()));
  }
  expectBounded(updates);
  client.socket.terminate();
});
