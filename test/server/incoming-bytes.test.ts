/** What clients have sent and were not answered yet: bounded over all of them, at the cost of the client with most. */
import { connect, type Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { IncomingBytes } from "../../src/server/incoming/incoming-bytes.ts";
import { MAX_PIECES } from "../../src/server/incoming/request-bodies.ts";
import { type House, openHouse } from "./harness.ts";

const MEGABYTE = 1024 * 1024;

describe("the count of what has come", () => {
  test("cuts off the client with most where it holds most, and the older of two that hold the same", () => {
    const incoming = new IncomingBytes(100);
    const gone: string[] = [];
    const open = (client: string, name: string) => incoming.open(client, () => gone.push(name));
    const [small, first, second] = [open("modest", "small"), open("greedy", "first"), open("greedy", "second")];
    small.set(30);
    first.set(20);
    second.set(20);
    open("modest", "third").set(31);
    expect(gone).toEqual(["third"]);
    second.set(80);
    expect(gone).toEqual(["third", "second"]);
    expect([incoming.total, incoming.dropped]).toEqual([50, 2]);
  });

  test("never stays past its bound, and holds nothing once all are closed", () => {
    const changes = fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.nat(60)), { maxLength: 60 });
    fc.assert(
      fc.property(changes, (all) => {
        const incoming = new IncomingBytes(100);
        const held = new Map<string, ReturnType<IncomingBytes["open"]>>();
        for (const [client, connection, bytes] of all) {
          const key = `${client} ${connection}`;
          const one = held.get(key) ?? incoming.open(String(client), () => held.delete(key));
          held.set(key, one);
          one.set(bytes);
          expect(incoming.total).toBeLessThanOrEqual(100);
          expect(incoming.total).toBe([...held.values()].reduce((sum, each) => sum + each.bytes, 0));
        }
        for (const one of held.values()) one.close();
        expect(incoming.total).toBe(0);
      }),
    );
  });
});

async function open({ url }: House): Promise<Socket> {
  const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1" });
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("connect", resolve));
  return socket;
}

const head = (length: string) =>
  `POST /reset HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;
const incomingBytes = async ({ request }: House) => {
  const { body } = await request("GET", "/metrics");
  return Number(/^tracefix_incoming_bytes (\d+)$/m.exec(String(body))?.[1]);
};

describe("a server", () => {
  test("cuts off unfinished bodies past the bound, and serves everybody else", async () => {
    const house = await openHouse({ incomingBytes: 4 * MEGABYTE });
    const sockets = await Promise.all(Array.from({ length: 8 }, () => open(house)));
    for (const socket of sockets) {
      socket.write(head(`Content-Length: ${MEGABYTE}`));
      socket.write(Buffer.alloc(MEGABYTE - 1, " "));
    }
    await expect.poll(() => sockets.filter(({ destroyed }) => destroyed).length).toBeGreaterThanOrEqual(4);
    expect(await incomingBytes(house)).toBeLessThanOrEqual(4 * MEGABYTE);
    expect(await house.request("POST", "/reset", { body: {} })).toMatchObject({ status: 200 });
  });

  test("cuts off sockets whose messages wait past the bound, and those that end none", async () => {
    const house = await openHouse({ incomingBytes: 4 * MEGABYTE });
    const clients = await Promise.all(Array.from({ length: 6 }, () => house.connect()));
    const large = JSON.stringify({ type: "step", data: { action_type: "VIEW_CODE", thought: "x".repeat(900_000) } });
    for (const client of clients.slice(0, 3)) {
      await client.reset();
      client.send({ type: "step", data: { action_type: "HANG" } });
      client.send(large);
      client.send(large);
    }
    for (const { socket } of clients.slice(3)) socket.send("x".repeat(900_000), { fin: false });
    const closed = () => clients.filter(({ socket }) => socket.readyState >= socket.CLOSING).length;
    await expect.poll(closed).toBeGreaterThanOrEqual(3);
    const goodbye = { code: 1013, reason: "Too much that clients sent waits to be answered" };
    expect(await Promise.race(clients.map((client) => client.closed))).toEqual(goodbye);
    expect(await incomingBytes(house)).toBeLessThanOrEqual(4 * MEGABYTE);
    expect(await (await house.connect()).reset()).toMatchObject({ type: "observation" });
  });

  test("counts nothing any more once all is answered, whatever came between", async () => {
    const house = await openHouse();
    const client = await house.connect();
    await client.reset();
    for (let count = 0; count < 20; count += 1) {
      client.socket.ping("x".repeat(count));
      await client.step("VIEW_CODE", { thought: "x".repeat(count * 1000) });
    }
    await house.request("POST", "/reset", { body: { seed: 1 } });
    // Of pings and heads no more can be left than the last piece that came.
    expect(await incomingBytes(house)).toBeLessThan(200);
  });

  test("reads a body that comes byte by byte, but not one of too many pieces", async () => {
    const house = await openHouse();
    const answer = async (pieces: number) => {
      const socket = await open(house);
      const body = '{"seed":7}'.padEnd(pieces, " ");
      socket.write(head("Transfer-Encoding: chunked"));
      for (const byte of body) socket.write(`1\r\n${byte}\r\n`);
      socket.write("0\r\n\r\n");
      const [data] = await new Promise<Buffer[]>((resolve) => socket.once("data", (...all) => resolve(all)));
      return String(data);
    };
    expect(await answer(1_000)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await answer(MAX_PIECES + 1)).toMatch(/^HTTP\/1\.1 422 [\s\S]*connection: close[\s\S]*pieces/);
  });
});
