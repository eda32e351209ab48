/** However much is sent that makes no sense, the answer repeats only a little of it. */
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { MAX_MESSAGE_BYTES, type OpenServer, openServer } from "./open-server.ts";

const LARGE = "A".repeat(MAX_MESSAGE_BYTES - 500);
const MOST = 6_000;

let server: OpenServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.stop());

const rpc = (fields: object) => ({ jsonrpc: "2.0", id: 1, ...fields });
const call = (params: object) => rpc({ method: "tools/call", params });

test.each<[string, object]>([
  ["/reset", { task_name: LARGE }],
  ["/reset", { language: LARGE }],
  ["/reset", { difficulty: LARGE }],
  ["/reset", { episode_id: LARGE }],
  ["/reset", { [LARGE]: 1 }],
  ["/web/reset", { task_name: LARGE }],
  ["/step", { [LARGE]: 1 }],
  ["/step", { episode_id: LARGE, action: { action_type: "VIEW_CODE" } }],
  ["/step", { action: { action_type: "VIEW_CODE" }, request_id: LARGE }],
  ["/tracefix_rl/tasks", { split: LARGE }],
  ["/mcp", rpc({ id: LARGE, method: "tools/list" })],
  ["/mcp", rpc({ method: LARGE })],
  ["/mcp", call({ name: LARGE, arguments: {} })],
  ["/mcp", call({ name: "start_episode", arguments: { task_name: LARGE } })],
  ["/mcp", call({ name: "start_episode", arguments: { [LARGE]: 1 } })],
  ["/mcp", rpc({ method: "initialize", params: { protocolVersion: LARGE, capabilities: {}, clientInfo: {} } })],
])("over HTTP, to %s, case %#", async (path, body) => {
  const answer = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect((await answer.text()).length).toBeLessThan(MOST);
});

test.each<[string, object]>([
  ["/ws", { type: LARGE }],
  ["/ws", { type: "reset", data: { task_name: LARGE } }],
  ["/ws", { type: "reset", data: { [LARGE]: 1 } }],
  ["/ws", { type: "reset", data: {}, request_id: LARGE }],
  ["/ws", { type: "mcp", data: rpc({ id: LARGE, method: "tools/list" }) }],
  ["/ws", { type: LARGE, [LARGE]: 1 }],
  ["/mcp", rpc({ id: LARGE, method: "tools/list" })],
  ["/mcp", rpc({ method: LARGE })],
])("over the socket %s, case %#", async (path, message) => {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}${path}`);
  await once(socket, "open");
  socket.send(JSON.stringify(message));
  const [data] = await once(socket, "message");
  expect(String(data).length).toBeLessThan(MOST);
  socket.terminate();
});
