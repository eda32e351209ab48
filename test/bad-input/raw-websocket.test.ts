import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_MESSAGE_BYTES, type OpenServer, openServer } from "./open-server.ts";
import { dial, exchange, frame, handshake, readFrames, saidGoodbye, statuses } from "./raw-socket.ts";

let server: OpenServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.stop());

const runs = (numRuns: number) => ({ numRuns, seed: 20_260_606 });
const text = (value: string): Uint8Array => Buffer.from(value);
const STATE = frame(text('{"type":"state"}'));

describe("a handshake", () => {
  it.each<[string, string, number]>([
    ["without a key", handshake({ "Sec-WebSocket-Key": null }), 400],
    ["with a key that is none", handshake({ "Sec-WebSocket-Key": "short" }), 400],
    ["without a version", handshake({ "Sec-WebSocket-Version": null }), 400],
    ["of an old version", handshake({ "Sec-WebSocket-Version": "7" }), 400],
    ["by another method", handshake({}, "POST /ws HTTP/1.1"), 405],
    ["to another address", handshake({}, "GET /wss HTTP/1.1"), 404],
    ["to another protocol, which is not taken for one,", handshake({ Upgrade: "smtp" }), 404],
    ["with an ill-formed list of subprotocols", handshake({ "Sec-WebSocket-Protocol": "a,,b" }), 400],
  ])("%s is refused and takes no slot", async (_, bytes, status) => {
    // One that is no upgrade is answered like any request, and its connection stays open.
    const until = (heard: Buffer): boolean => heard.includes("\r\n\r\n");
    expect(statuses(await exchange(server.port, [bytes], { until }))).toEqual([status]);
    await server.expectUnharmed();
  });

  it("to a session that there is not says so after the upgrade", async () => {
    const property = fc.asyncProperty(fc.webQueryParameters(), async (query) => {
      const heard = await exchange(server.port, [handshake({}, `GET /ws?session_id=x&${query} HTTP/1.1`)], {
        until: saidGoodbye,
      });
      const { texts, code } = readFrames(heard.bytes);
      expect(statuses(heard)).toEqual([101]);
      expect(texts.map((each) => JSON.parse(each))).toMatchObject([{ type: "error", data: { code: "SESSION_ERROR" } }]);
      expect(code).toBe(1000);
    });
    await fc.assert(property, runs(40));
    await server.expectUnharmed();
  });

  it("that stops half-way takes no slot", async () => {
    const halves = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const socket = await dial(server.port);
        const whole = handshake();
        socket.write(whole.slice(0, 1 + ((at * 7) % (whole.length - 2))));
        return socket;
      }),
    );
    await server.expectUnharmed();
    for (const socket of halves) socket.destroy();
    await server.expectUnharmed();
  });
});

describe("a frame that breaks the protocol", () => {
  const payload = text('{"type":"state"}');

  it.each<[string, Uint8Array, number]>([
    ["an unmasked frame", frame(payload, { masked: false }), 1002],
    ["a reserved bit", frame(payload, { first: 0xc1 }), 1002],
    ["an opcode that there is not", frame(payload, { first: 0x83 }), 1002],
    ["a continuation of nothing", frame(payload, { first: 0x80 }), 1002],
    ["a text within a text", Buffer.concat([frame(payload, { first: 0x01 }), frame(payload)]), 1002],
    ["a ping in pieces", frame(payload, { first: 0x09 }), 1002],
    ["a ping of 200 bytes", frame(new Uint8Array(200), { first: 0x89 }), 1002],
    ["a goodbye of one byte", frame(Uint8Array.of(3), { first: 0x88 }), 1002],
    ["a goodbye with a code that there is not", frame(Uint8Array.of(0x03, 0xed), { first: 0x88 }), 1002],
    ["a goodbye whose reason is not UTF-8", frame(Uint8Array.of(0x03, 0xe8, 0xff), { first: 0x88 }), 1007],
    ["a claim to be longer than memory", frame(new Uint8Array(), { claim: 2n ** 63n }), 1009],
    ["a claim to be longer than the limit", frame(new Uint8Array(), { claim: BigInt(MAX_MESSAGE_BYTES + 1) }), 1009],
    ["a text that is not UTF-8", frame(Uint8Array.of(0x22, 0xff, 0x22)), 1007],
    [
      "pieces that add up past the limit",
      Buffer.concat([frame(new Uint8Array(MAX_MESSAGE_BYTES), { first: 0x01 }), frame(payload, { first: 0x80 })]),
      1009,
    ],
  ])("%s ends its session with the protocol's own code", async (_, bytes, code) => {
    const heard = await exchange(server.port, [handshake(), bytes], { until: saidGoodbye });
    expect(readFrames(heard.bytes).code).toBe(code);
    await server.expectUnharmed();
  });

  it("600 runs of random bytes after a good handshake end their own session only", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.tuple(fc.nat(255), fc.uint8Array({ maxLength: 100 })).map(([first, body]) => frame(body, { first })),
      fc.array(fc.tuple(fc.nat(STATE.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }).map((changes) => {
        const changed = Buffer.from(STATE);
        for (const [at, byte] of changes) changed[at] = byte;
        return changed;
      }),
    );
    const property = fc.asyncProperty(bytes, async (sent) => {
      // Our end closes, so that a frame which still waits for more bytes is over too.
      await exchange(server.port, [handshake(), sent], { hangUp: true });
    });
    await fc.assert(property, runs(600));
    await server.expectUnharmed();
  });
});

describe("a frame that keeps it", () => {
  it("may come in pieces of one byte, with pings between them", async () => {
    const pieces = [
      frame(text('{"ty'), { first: 0x01 }),
      frame(text("hello"), { first: 0x89 }),
      frame(text('pe":"sta'), { first: 0x00 }),
      frame(text('te"}'), { first: 0x80 }),
    ];
    const bytes = [handshake(), ...Buffer.concat(pieces)].map((each) =>
      typeof each === "string" ? each : Uint8Array.of(each),
    );
    const answered = (heard: Buffer): boolean => readFrames(heard).texts.length === 2;
    const { texts } = readFrames((await exchange(server.port, bytes, { until: answered })).bytes);
    expect(texts[0]).toBe("hello");
    expect(JSON.parse(texts[1] ?? "")).toMatchObject({ type: "state", data: { step_count: 0 } });
    await server.expectUnharmed();
  });
});
