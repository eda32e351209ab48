/** Where a client comes in at a server that is older than names of sessions. */
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { ServerDoor } from "../../src/client/server-door.ts";

const OPTIONS = { session: "a-name-of-my-own", headers: {} };
const { signal } = new AbortController();

let server: WebSocketServer;
let address: string;
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, path: "/ws" });
  await once(server, "listening");
  const at = server.address();
  if (typeof at !== "object" || at === null) throw new Error("The server has no port");
  address = `ws://127.0.0.1:${at.port}/ws`;
});
afterAll(() => {
  server.close();
});

test("a server that has no such address is asked for a session without a name, from then on", async () => {
  const door = new ServerDoor(address, OPTIONS);
  expect(door.isNamed).toBe(true);
  for (const _ of ["first", "second"]) {
    const connection = await door.connect(signal);
    expect([connection.isOpen, door.isNamed]).toEqual([true, false]);
    connection.drop();
  }
});

test("a session keeps its name where nobody answers at all", async () => {
  const door = new ServerDoor("ws://127.0.0.1:9/ws", OPTIONS);
  await expect(door.connect(signal)).rejects.toThrow();
  expect(door.isNamed).toBe(true);
});

test("an address that has a name already keeps it", async () => {
  const { isNamed } = new ServerDoor(address.replace("/ws", "/s/another-name-of-mine/ws"), {
    ...OPTIONS,
    session: null,
  });
  expect(isNamed).toBe(true);
});
