/** Every door at which tools are called, each with a session of its own, told as one: a call goes in, its text comes out. */
import type { House } from "./harness.ts";
import { createSession, rpc } from "./rpc.ts";

export interface ToolDoor {
  /** Everything that was answered, as text. */
  call(name: string, args?: object): Promise<string>;
  list(): Promise<string>;
}

const toolCall = (name: string, args: object) => rpc("tools/call", { name, arguments: args });

async function overHttp(house: House, headers: Record<string, string>, params: object): Promise<ToolDoor> {
  const post = async (method: string, more: object) => {
    const answer = await house.request("POST", "/mcp", { body: rpc(method, { ...params, ...more }), headers });
    return JSON.stringify([answer.body, [...answer.headers]]);
  };
  return {
    call: (name, args = {}) => post("tools/call", { name, arguments: args }),
    list: () => post("tools/list", {}),
  };
}

async function overSocket(house: House, path: string, wrap: (request: object) => object): Promise<ToolDoor> {
  const client = await house.connect(path);
  const ask = async (request: object) => JSON.stringify(await client.askJson(wrap(request)));
  return { call: (name, args = {}) => ask(toolCall(name, args)), list: () => ask(rpc("tools/list")) };
}

export const TOOL_DOORS: Readonly<Record<string, (house: House) => Promise<ToolDoor>>> = {
  "POST /mcp of OpenEnv": async (house) => overHttp(house, {}, { session_id: await createSession(house) }),
  "POST /mcp of the Model Context Protocol": async (house) => {
    const hello = rpc("initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: {} });
    const { headers } = await house.request("POST", "/mcp", { body: hello });
    return overHttp(house, { "mcp-session-id": headers.get("mcp-session-id") ?? "" }, {});
  },
  "WS /mcp": (house) => overSocket(house, "/mcp", (request) => request),
  "frames mcp of /ws": (house) => overSocket(house, "/ws", (data) => ({ type: "mcp", data })),
  "steps call_tool of /ws": async (house) => {
    const client = await house.connect();
    const step = async (data: object) => JSON.stringify(await client.askJson({ type: "step", data }));
    return {
      call: (tool_name, args = {}) => step({ type: "call_tool", tool_name, arguments: args }),
      list: () => step({ type: "list_tools" }),
    };
  },
};
