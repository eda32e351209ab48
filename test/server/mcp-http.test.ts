/** `POST /mcp` itself: what it takes for a request, and how it answers what is none. */
import { describe, expect, test } from "vitest";
import { openHouse } from "./harness.ts";
import { post, rpc, rpcError } from "./rpc.ts";

describe("POST /mcp", () => {
  test.each([
    [{}],
    [{ jsonrpc: "1.0", method: "tools/list", id: 7 }],
    [{ ...rpc("tools/list"), extra: 1 }],
    [{ ...rpc("tools/list"), params: [1] }],
    [{ ...rpc("tools/list"), params: null }],
    [{ ...rpc("tools/list"), id: {} }],
    [{ jsonrpc: "2.0", id: 7 }],
  ])("[MCP-1] answers %j as an invalid request without an id", async (body) => {
    const house = await openHouse();
    expect(await post(house, body)).toEqual(rpcError(-32600, expect.stringContaining("Invalid request"), null));
  });

  test.each(["not json", "", "[]", "null", "5", '{"id":1,"id":2}', JSON.stringify([rpc("tools/list")])])(
    "[MCP-2] answers %j as what cannot be parsed",
    async (body) => {
      const house = await openHouse();
      expect(await post(house, body)).toEqual(rpcError(-32700, expect.stringContaining("Parse error"), null));
    },
  );

  test("[MCP-2] answers a body that is not there, or not UTF-8, as what cannot be parsed", async () => {
    const house = await openHouse();
    expect(await post(house, undefined)).toEqual(rpcError(-32700, expect.any(String), null));
    const answer = await fetch(`${house.url}/mcp`, { method: "POST", body: new Uint8Array([0xff, 0xfe]) });
    expect([answer.status, await answer.json()]).toEqual([200, rpcError(-32700, expect.any(String), null)]);
  });

  test("[MCP-2] takes JSON whatever its content type says", async () => {
    const { request } = await openHouse();
    const answer = await request("POST", "/mcp", { body: rpc("tools/list"), contentType: "text/plain" });
    expect(answer).toMatchObject({ status: 200, body: { id: 7, result: { tools: expect.any(Array) } } });
  });

  test("[MCP-1] answers a body that is too large with 200 as well", async () => {
    const house = await openHouse({ settings: { MAX_MESSAGE_BYTES: "1000" } });
    const answer = await post(house, rpc("tools/list", { filler: "x".repeat(1000) }));
    expect(answer).toEqual(rpcError(-32600, expect.stringContaining("MAX_MESSAGE_BYTES"), null));
  });

  test.each(["nope", "reset", "constructor", "openenv/session/list"])("[MCP-3] knows no method %s", async (method) => {
    const house = await openHouse();
    expect(await post(house, rpc(method))).toEqual(rpcError(-32601, `Method not found: ${method}`));
  });

  test("[MCP-4] is no page to look at", async () => {
    const { request } = await openHouse();
    const { status, headers, body } = await request("GET", "/mcp");
    expect([status, headers.get("allow"), body]).toEqual([405, "POST, DELETE", { detail: "Method Not Allowed" }]);
  });

  test("[MCP-5] is not open to pages of other origins", async () => {
    const { request, url } = await openHouse();
    const from = (origin: string) => request("POST", "/mcp", { body: rpc("tools/list"), headers: { origin } });
    for (const origin of ["https://evil.example", "null", "http://localhost.evil.example", `${url}0`]) {
      expect(await from(origin)).toMatchObject({ status: 403, body: { detail: expect.stringContaining("origin") } });
    }
    for (const origin of [url, "http://localhost:6274"]) expect(await from(origin)).toMatchObject({ status: 200 });
  });
});
