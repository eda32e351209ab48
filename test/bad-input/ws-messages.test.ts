import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "../server/harness.ts";
import { brokenJson, noObject, notUtf8 } from "./broken-json.ts";
import { MAX_MESSAGE_BYTES, type OpenServer, openServer } from "./open-server.ts";
import { clumsyAction, unknownType, wrongAction, wrongReset } from "./wrong-fields.ts";

let server: OpenServer;
let client: Client;
beforeAll(async () => {
  server = await openServer();
  client = await connect();
});
afterAll(() => server.stop());

function connect(): Promise<Client> {
  return Client.open(`ws://127.0.0.1:${server.port}/ws`);
}

const runs = (numRuns: number) => ({ numRuns, seed: 20_260_404 });
const error = (code: string) => ({
  type: "error",
  data: expect.objectContaining({ code, message: expect.any(String) }),
});

/** Each is answered by the error, and the same socket goes on. */
async function expectErrors(messages: fc.Arbitrary<string>, code: string, count: number): Promise<void> {
  const property = fc.asyncProperty(messages, async (message) => {
    expect(await client.ask(message)).toEqual(error(code));
  });
  await fc.assert(property, runs(count));
  expect(await client.ask({ type: "state" })).toMatchObject({ type: "state", data: { step_count: 0 } });
}

/** Each is answered by SESSION_ERROR and the end of its socket, which frees its slot. */
async function expectEnds<Sent>(
  sent: fc.Arbitrary<Sent>,
  { count, code, send }: { count: number; code: number; send: (client: Client, sent: Sent) => void },
): Promise<void> {
  const property = fc.asyncProperty(sent, async (message) => {
    const own = await connect();
    expect(await own.reset()).toMatchObject({ type: "observation" });
    send(own, message);
    expect(await own.next()).toEqual(error("SESSION_ERROR"));
    expect(await own.closed).toMatchObject({ code });
  });
  await fc.assert(property, runs(count));
  // The one that stays has begun nothing, and so takes no slot.
  await expect.poll(() => server.figure("tracefix_sessions_active")).toBe(0);
  expect(await client.ask({ type: "state" })).toMatchObject({ type: "state" });
}

describe("over a WebSocket", () => {
  it("1,500 texts that are no JSON, or no strict JSON, are INVALID_JSON", async () => {
    await expectErrors(brokenJson, "INVALID_JSON", 1500);
  });

  it("700 messages of no known type are UNKNOWN_TYPE", async () => {
    const messages = fc
      .tuple(unknownType, fc.jsonValue({ maxDepth: 2 }))
      .map(([type, data]) => JSON.stringify({ type, data }));
    await expectErrors(messages, "UNKNOWN_TYPE", 700);
  });

  it("1,200 resets with wrong, unknown or contradictory fields are VALIDATION_ERROR", async () => {
    const messages = wrongReset.map((data) => JSON.stringify({ type: "reset", data }));
    await expectErrors(messages, "VALIDATION_ERROR", 1200);
  });

  it("600 steps without an action are VALIDATION_ERROR", async () => {
    await expectErrors(
      wrongAction.map((data) => JSON.stringify({ type: "step", data })),
      "VALIDATION_ERROR",
      600,
    );
  });

  it("300 messages with a field too many, or an ill-typed request_id, are VALIDATION_ERROR", async () => {
    const extra = fc.tuple(fc.constantFrom("extra", "data", "request", "passed"), fc.jsonValue({ maxDepth: 1 }));
    const envelope = fc.oneof(
      extra.map(([name, value]) => ({ [name]: value })),
      fc.constantFrom<object>({ request_id: 5 }, { request_id: [] }, { request_id: "r".repeat(256) }),
    );
    const messages = fc
      .tuple(fc.constantFrom("state", "close"), envelope)
      .map(([type, fields]) => JSON.stringify({ ...fields, type }));
    await expectErrors(messages, "VALIDATION_ERROR", 300);
  });

  it("500 steps before any reset are EXECUTION_ERROR, however well or badly they are made", async () => {
    await expectErrors(
      clumsyAction.map((data) => JSON.stringify({ type: "step", data })),
      "EXECUTION_ERROR",
      500,
    );
  });

  it("200 messages that are no object end their session, and no other", async () => {
    await expectEnds(noObject, { count: 200, code: 1000, send: (own, text) => own.send(text) });
  });

  it("200 binary frames end their session, and no other", async () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), notUtf8, fc.constant(Buffer.from('{"type":"state"}')));
    await expectEnds(bytes, { count: 200, code: 1000, send: (own, data) => own.socket.send(data, { binary: true }) });
  });

  it("150 texts that are not UTF-8 end their session, and no other", async () => {
    await expectEnds(notUtf8, {
      count: 150,
      code: 1007,
      send: (own, data) => own.socket.send(data, { binary: false }),
    });
  });

  it("100 messages past the limit end their session, and no other", async () => {
    await expectEnds(fc.integer({ min: 1, max: 200_000 }), {
      count: 100,
      code: 1009,
      send: (own, more) => own.send("x".repeat(MAX_MESSAGE_BYTES + more)),
    });
  });

  it("leaves the server as it was", async () => {
    client.send({ type: "close" });
    await client.closed;
    await server.expectUnharmed();
  });
});
