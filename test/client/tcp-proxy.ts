/** Stands between a client and a server as a bad network does: slow, deaf, or dropping connections. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export interface ProxyOptions {
  /** Waited before each piece of an answer is passed on. */
  readonly delayMs?: number;
  /** How many pieces of answers each connection lives for, one after the other; the next live for ever. */
  readonly lives?: readonly number[];
}

export interface TcpProxy extends AsyncDisposable {
  readonly url: string;
  /** How many connections there have been. */
  readonly connections: number;
  /** While true, what the server answers is lost. */
  deaf: boolean;
}

export async function openProxy(port: number, { delayMs = 0, lives = [] }: ProxyOptions = {}): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const state = { connections: 0, deaf: false };
  const server = createServer((client) => {
    // The answer to the upgrade is the first piece.
    let left = (lives[state.connections++] ?? Number.POSITIVE_INFINITY) + 1;
    const upstream = connect(port, "127.0.0.1");
    const drop = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", drop);
      socket.on("close", drop);
    }
    client.on("data", (data) => upstream.write(data));
    let before: Promise<unknown> = Promise.resolve();
    upstream.on("data", (data) => {
      if (left-- <= 0) return drop();
      before = before.then(async () => {
        if (delayMs > 0) await wait(delayMs);
        if (!state.deaf && !client.destroyed) client.write(data);
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    get connections() {
      return state.connections;
    },
    get deaf() {
      return state.deaf;
    },
    set deaf(value) {
      state.deaf = value;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
