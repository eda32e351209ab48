/** Clients over HTTP that ask for much and do not read: what waits for all of them is bounded. */
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { HttpReaders } from "../../src/server/unread/http-readers.ts";
import { UnreadBytes } from "../../src/server/unread/unread-bytes.ts";
import { ManualClock } from "../sessions/manual-clock.ts";

const MEGABYTE = 1024 * 1024;
/** More than systems keep for a connection by themselves. */
const ANSWER = Buffer.alloc(16 * MEGABYTE);

async function open(limit: number) {
  const clock = new ManualClock();
  const unread = new UnreadBytes(limit);
  const readers = new HttpReaders(unread, clock);
  const asked: Socket[] = [];
  const server = createServer((request, response) => {
    asked.push(request.socket);
    response.end(ANSWER);
  });
  readers.attach(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const clients: Socket[] = [];
  onTestFinished(() => {
    for (const client of clients) client.destroy();
    server.close();
    readers.stop();
  });
  /** Asks, and reads nothing until it is resumed. */
  const ask = async (): Promise<Socket> => {
    const client = connect(port, "127.0.0.1").pause();
    clients.push(client);
    client.on("error", () => undefined).write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const count = asked.length;
    await expect.poll(() => asked.length).toBe(count + 1);
    return client;
  };
  return { clock, unread, asked, ask };
}

test("those that have not read for longest are cut off, until the rest fits", async () => {
  const { clock, unread, asked, ask } = await open(24 * MEGABYTE);
  for (let count = 0; count < 3; count += 1) {
    await ask();
    clock.advance(1_000);
  }
  expect(asked.map(({ destroyed }) => destroyed)).toEqual([true, true, false]);
  expect(unread.dropped).toBe(2);
});

test("who has read counts no more", async () => {
  const { clock, unread, asked, ask } = await open(24 * MEGABYTE);
  const reader = await ask();
  reader.resume();
  await expect.poll(() => asked[0]?.writableLength).toBe(0);
  await ask();
  clock.advance(1_000);
  expect(asked.map(({ destroyed }) => destroyed)).toEqual([false, false]);
  expect(unread.dropped).toBe(0);
});
