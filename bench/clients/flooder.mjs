/** A client that takes as many places as it can get from one address, in one of several ways, until it is ended. */
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { finish } from "./socket.mjs";

const { port, kind, count, address } = JSON.parse(process.argv[2]);
/** Players of a flood of requests, and connections that are opened at once: the others come one after the other. */
const PLAYERS = 64;
const UNREAD_VIEWS = 20;
const PAUSE_MS = 20;
let going = true;
let done = 0;
let refused = 0;
process.on("SIGTERM", () => {
  going = false;
});

const KINDS = {
  /** A request that never ends. */
  async half_open() {
    const socket = connect({ port, host: "127.0.0.1", localAddress: address });
    await opened(socket, "connect");
    socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n");
  },
  async slow_readers() {
    const socket = await openSocket();
    await answered(socket, { type: "reset", data: { seed: done, max_steps: 1000 } });
    socket.pause();
    for (let view = 0; view < UNREAD_VIEWS; view += 1) {
      socket.send(JSON.stringify({ type: "step", data: { action_type: "VIEW_CODE" } }));
    }
  },
  async vanish() {
    (await openSocket()).terminate();
  },
  async connections() {
    const socket = connect({ port, host: "127.0.0.1", localAddress: address });
    await opened(socket, "connect");
  },
  async resets(player) {
    const socket = await socketOf(player);
    await answered(socket, { type: "reset", data: { seed: done } });
  },
  async submits(player) {
    const socket = await socketOf(player);
    await answered(socket, { type: "reset", data: { seed: done } });
    await answered(socket, { type: "step", data: { action_type: "SUBMIT" } });
  },
};
/** Of these there are so many at once; the others go on for as long as they may. */
const STANDING = new Set(["half_open", "slow_readers", "connections"]);

/** Each of the players' own, for as long as the server leaves it open. */
const sockets = new Map();

async function socketOf(player) {
  const own = sockets.get(player);
  if (own?.readyState === WebSocket.OPEN) return own;
  const socket = await openSocket();
  sockets.set(player, socket);
  return socket;
}

async function openSocket() {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { perMessageDeflate: false, localAddress: address });
  await opened(socket, "open");
  return socket;
}

/** Resolves at the event. @throws Error where the socket is closed before: what the server ends, it is meant to end */
async function opened(socket, event) {
  socket.on("error", () => undefined);
  await before(socket, event);
}

async function answered(socket, message) {
  if (socket.readyState !== WebSocket.OPEN) throw new Error("closed");
  socket.send(JSON.stringify(message));
  await before(socket, "message");
}

async function before(socket, event) {
  const left = new AbortController();
  const closed = once(socket, "close", { signal: left.signal }).then(() => {
    throw new Error("closed");
  });
  try {
    await Promise.race([once(socket, event, { signal: left.signal }), closed]);
  } finally {
    left.abort();
    closed.catch(() => undefined);
  }
}

async function flood(player) {
  while (going && !(STANDING.has(kind) && done + refused >= count)) {
    try {
      await KINDS[kind](player);
      done += 1;
    } catch {
      refused += 1;
      await wait(PAUSE_MS);
    }
  }
}

await Promise.all(Array.from({ length: PLAYERS }, (_, player) => flood(player)));
while (going) await wait(PAUSE_MS);
finish({ done, refused });
