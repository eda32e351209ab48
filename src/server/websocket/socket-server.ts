/** `/ws`: takes WebSockets in, gives each a session, and knows all that are open. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import { TraceFixError } from "../../protocol/protocol.ts";
import type { Clock } from "../../sessions/clock.ts";
import { publicError } from "../../sessions/failures.ts";
import type { Session } from "../../sessions/session.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import { Connection } from "./connection.ts";
import { explainingSocket } from "./explaining-socket.ts";
import { errorReply } from "./frames.ts";
import { Heartbeat } from "./heartbeat.ts";

const PATH = "/ws";
/** How long a client has to answer our goodbye before it is cut off. */
const GOODBYE_MS = 2_000;

export interface SocketServerOptions {
  readonly log: Logger;
  readonly clock: Clock;
  readonly maxMessageBytes: number;
  readonly pingMs: number;
  readonly idleMs: number;
}

export class SocketServer {
  readonly #registry: SessionRegistry;
  readonly #options: SocketServerOptions;
  readonly #upgrader: WebSocketServer;
  readonly #connections = new Set<Connection>();
  readonly #heartbeat: Heartbeat<Connection>;

  constructor(registry: SessionRegistry, options: SocketServerOptions) {
    this.#registry = registry;
    this.#options = options;
    this.#heartbeat = new Heartbeat({ intervalMs: options.pingMs, clock: options.clock });
    // The types of `ws` do not know `closeTimeout` yet.
    const settings = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: options.maxMessageBytes,
      WebSocket: explainingSocket(options.maxMessageBytes),
      closeTimeout: GOODBYE_MS,
    };
    this.#upgrader = new WebSocketServer(settings);
  }

  attach(server: Server): void {
    server.on("upgrade", (request, socket, head) => {
      const [path] = (request.url ?? "").split("?");
      if (path !== PATH) return refuseUpgrade(socket);
      this.#upgrader.handleUpgrade(request, socket, head, (client) => this.#accept(client, request));
    });
  }

  /** Lets every socket finish what it asked for and closes it. */
  stop(): void {
    this.#heartbeat.stop();
    for (const connection of this.#connections) connection.stop();
  }

  /** Cuts off who is still there. */
  terminate(): void {
    for (const connection of this.#connections) connection.terminate();
  }

  /** A refusal comes as a frame after the handshake, where OpenEnv's clients look for it. */
  #accept(client: WebSocket, request: IncomingMessage): void {
    const { log, pingMs, idleMs } = this.#options;
    try {
      const session = this.#sessionFor(request);
      const connection = new Connection(client, {
        session,
        log,
        maxIdleBeats: idleMs / pingMs,
        onEnd: (ended) => this.#forget(ended),
      });
      this.#connections.add(connection);
      this.#heartbeat.add(connection);
    } catch (error) {
      client.on("error", () => client.terminate());
      client.send(errorReply(publicError(error, log)).text);
      client.close(1000);
    }
  }

  #sessionFor(request: IncomingMessage): Session {
    const { searchParams } = new URL(request.url ?? PATH, "http://server");
    const asked = searchParams.get("session_id");
    if (asked === null) return this.#registry.open();
    throw new TraceFixError("SESSION_ERROR", `Unknown session_id: ${asked.slice(0, 100)}`);
  }

  #forget(connection: Connection): void {
    this.#connections.delete(connection);
    this.#heartbeat.delete(connection);
  }
}

function refuseUpgrade(socket: Duplex): void {
  const body = JSON.stringify({ detail: "Not Found" });
  const head = ["HTTP/1.1 404 Not Found", "content-type: application/json", `content-length: ${body.length}`];
  socket.on("error", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\nconnection: close\r\n\r\n${body}`);
}
