import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "../server/harness.ts";
import { brokenJson, noObject, notUtf8 } from "./broken-json.ts";
import { MAX_MESSAGE_BYTES, type OpenServer, openServer } from "./open-server.ts";

let server: OpenServer;
let client: Client;
beforeAll(async () => {
  server = await openServer();
  client = await Client.open(`ws://127.0.0.1:${server.port}/mcp`);
});
afterAll(() => server.stop());

const runs = (numRuns: number) => ({ numRuns, seed: 20_260_909 });
const rpcError = (code: number) => ({ jsonrpc: "2.0", error: { code, message: expect.any(String) } });
const [PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS] = [-32700, -32600, -32601, -32602];

type Send = (body: string) => Promise<unknown>;
const overHttp: Send = async (body) => {
  const answer = await fetch(`${server.url}/mcp`, { method: "POST", body });
  expect(answer.status).toBe(200);
  return answer.json();
};
const overSocket: Send = (body) => client.askJson(body);

const rpc = (fields: object): string => JSON.stringify({ jsonrpc: "2.0", id: 1, ...fields });
const wrongRequest = fc.oneof(
  fc.constantFrom<object>({}, { method: 5 }, { method: null }, { method: ["tools/list"] }, { method: {} }),
  fc.constantFrom<object>({ method: "tools/list", params: [] }, { method: "tools/list", params: 5 }),
  fc.constantFrom<object>({ method: "tools/list", id: {} }, { method: "tools/list", id: [1] }),
);
const unknownMethod = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}\/[a-z]{1,12}$/).filter((name) => !/^(tools|openenv|notifications)\//.test(name)),
  fc.constantFrom("constructor", "__proto__", "tools/LIST", "tools/call ", "openenv/session/createx"),
);
const wrongParams = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }).map((session_id) => ({ method: "tools/list", params: { session_id } })),
  fc.string({ maxLength: 40 }).map((session_id) => ({ method: "openenv/session/close", params: { session_id } })),
  fc.constantFrom<object>(
    { method: "tools/call" },
    { method: "tools/call", params: {} },
    { method: "tools/call", params: { name: 5 } },
    { method: "tools/call", params: { name: "submit", arguments: [] } },
    { method: "tools/call", params: { name: "submit", session_id: 5 } },
    { method: "openenv/session/close" },
  ),
);

describe.each([
  ["HTTP", overHttp],
  ["a socket", overSocket],
] as const)("MCP over %s", (_, send) => {
  /** Each is answered by the error, and takes no slot besides the client's own. */
  async function expectErrors(messages: fc.Arbitrary<string>, code: number, count: number): Promise<void> {
    const property = fc.asyncProperty(messages, async (body) => {
      expect(await send(body)).toMatchObject(rpcError(code));
    });
    await fc.assert(property, runs(count));
    expect(await server.figure("tracefix_sessions_active")).toBe(1);
  }

  it("400 texts that are no JSON, or no strict JSON, are parse errors", () =>
    expectErrors(brokenJson, PARSE_ERROR, 400));

  it("200 texts that are no object are parse errors", () => expectErrors(noObject, PARSE_ERROR, 200));

  it("150 objects that are no request are invalid requests", () =>
    expectErrors(wrongRequest.map(rpc), INVALID_REQUEST, 150));

  it("150 unknown methods are not found", () =>
    expectErrors(
      unknownMethod.map((method) => rpc({ method })),
      METHOD_NOT_FOUND,
      150,
    ));

  it("200 requests with wrong parameters are told so", () => expectErrors(wrongParams.map(rpc), INVALID_PARAMS, 200));
});

describe("bytes for MCP", () => {
  it("that are not UTF-8 are parse errors, 150 of them", async () => {
    const property = fc.asyncProperty(notUtf8, async (body) => {
      const answer = await fetch(`${server.url}/mcp`, { method: "POST", body });
      expect(await answer.json()).toMatchObject(rpcError(PARSE_ERROR));
    });
    await fc.assert(property, runs(150));
  });

  it("past the limit are an invalid request", async () => {
    expect(await overHttp(rpc({ method: "x".repeat(MAX_MESSAGE_BYTES) }))).toMatchObject(rpcError(INVALID_REQUEST));
  });

  it("leave the server as it was", async () => {
    client.socket.terminate();
    await server.expectUnharmed();
  });
});
