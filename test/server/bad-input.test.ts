import { connect as connectTcp } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type House, openHouse } from "./harness.ts";

/** Messages near to valid ones, and far from them. */
const message = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      type: fc.oneof(fc.constantFrom("reset", "step", "state", "mcp", "toString"), fc.jsonValue()),
      data: fc.oneof(
        fc.dictionary(fc.constantFrom("seed", "index", "action_type", "x"), fc.jsonValue()),
        fc.jsonValue(),
      ),
      request_id: fc.oneof(fc.string(), fc.jsonValue()),
    },
    { requiredKeys: [] },
  ),
);
const text = fc.oneof(
  message.map((value) => JSON.stringify(value)),
  message.chain((value) => {
    const whole = JSON.stringify(value);
    return fc.nat(whole.length).map((length) => whole.slice(0, length));
  }),
  fc.string(),
);

async function stillServes({ connect, registry }: House): Promise<void> {
  const client = await connect();
  expect(await client.reset()).toMatchObject({ type: "observation" });
  client.send({ type: "close" });
  await client.closed;
  await expect.poll(() => registry.active).toBe(0);
}

describe("bad input", () => {
  test("over a WebSocket is answered frame by frame, and leaks no slot", async () => {
    const house = await openHouse();
    let client = await house.connect();
    const property = fc.asyncProperty(text, async (frame) => {
      const answer = await client.ask(frame);
      if (answer.type !== "error" || answer.data.code !== "SESSION_ERROR") return;
      expect(await client.closed).toMatchObject({ code: 1000 });
      client = await house.connect();
    });
    await fc.assert(property, { numRuns: 500 });
    client.socket.terminate();
    await stillServes(house);
  });

  test("over HTTP is answered with a status that says whose fault it is", async () => {
    const house = await openHouse({ capacity: 100_000 });
    const property = fc.asyncProperty(fc.constantFrom("/reset", "/step"), text, async (path, body) => {
      const { status } = await house.request("POST", path, { body });
      expect([200, 404, 409, 422]).toContain(status);
    });
    await fc.assert(property, { numRuns: 300 });
    expect(house.registry.counts.failures).toBeLessThan(300);
  });

  test("in a handshake that is broken off, wrong or never finished takes no slot", async () => {
    const house = await openHouse();
    const port = Number(new URL(house.url).port);
    const begun = "GET /ws HTTP/1.1\r\nHost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n";
    for (const [head, answer] of [
      [`${begun}sec-websocket-version: 13\r\n\r\n`, "HTTP/1.1 400"],
      [`${begun}sec-websocket-version: 1\r\nsec-websocket-key: ${btoa("0123456789abcdef")}\r\n\r\n`, "HTTP/1.1 400"],
      ["\u0000\u0001nonsense\r\n\r\n", "HTTP/1.1 400"],
    ] as const) {
      const socket = connectTcp(port, "127.0.0.1", () => socket.write(head));
      const chunks: Buffer[] = [];
      for await (const chunk of socket) chunks.push(chunk);
      expect(Buffer.concat(chunks).toString()).toContain(answer);
    }
    const half = connectTcp(port, "127.0.0.1", () => half.write(begun));
    await stillServes(house);
    half.destroy();
  });
});
