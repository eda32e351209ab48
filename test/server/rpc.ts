/** A client of `POST /mcp` in OpenEnv's dialect, as short to write as a test wants it. */
import { expect } from "vitest";
import { z } from "zod";
import { type RpcId, rpcResponseSchema } from "../../src/protocol/protocol.ts";
import type { House } from "./harness.ts";

/** A request with an id that no other has by accident. */
export function rpc(method: string, params?: object, id: RpcId = 7) {
  return { jsonrpc: "2.0", method, id, ...(params && { params }) };
}

/** Posts a request; the answer is always a 200 with a JSON-RPC answer in it. */
export async function post({ request }: House, body: unknown): Promise<z.infer<typeof rpcResponseSchema>> {
  const answer = await request("POST", "/mcp", { body });
  expect(answer.status).toBe(200);
  return rpcResponseSchema.parse(answer.body);
}

/** Calls a tool, in a session or in none. */
export function call(house: House, name: string, { session_id, ...args }: Record<string, unknown> = {}) {
  return post(house, rpc("tools/call", { name, arguments: args, ...(session_id !== undefined && { session_id }) }));
}

/** Makes a session and gives its id. */
export async function createSession(house: House): Promise<string> {
  const { result } = await post(house, rpc("openenv/session/create"));
  return z.strictObject({ session_id: z.string().min(1) }).parse(result).session_id;
}

/** An error answer, whose `data` is always there. */
export function rpcError(code: number, message: unknown = expect.any(String), id: RpcId = 7) {
  return { jsonrpc: "2.0", id, error: { code, message, data: expect.toSatisfy((data) => data !== undefined) } };
}
