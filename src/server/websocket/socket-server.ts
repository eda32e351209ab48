/** Takes WebSockets in at each address that speaks one of the dialects, and knows all that are open. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import type { Clock } from "../../sessions/clock.ts";
import { publicError } from "../../sessions/failures.ts";
import { type AccessDoor, isTokenProtocol, tokenIn } from "../access/access-door.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import type { ConnectionLimits } from "../clients/connection-limits.ts";
import { tooManyConnections } from "../clients/limit-requests.ts";
import { callerOf, type DoorGuard } from "../doors/door-guard.ts";
import { serveWithoutUpgrade, wantsWebSocket } from "../ignored-upgrades.ts";
import type { AbandonedRequests } from "../incoming/abandoned-requests.ts";
import type { IncomingBytes } from "../incoming/incoming-bytes.ts";
import { REQUEST_ID_HEADER, requestIdOf } from "../request-id.ts";
import type { UnreadBytes } from "../unread/unread-bytes.ts";
import { Connection } from "./connection.ts";
import { type Dialect, RESTART_CODE, RESTART_REASON } from "./dialect.ts";
import { EmptySockets } from "./empty-sockets.ts";
import { explainingSocket } from "./explaining-socket.ts";
import { Heartbeat } from "./heartbeat.ts";
import { logUpgrade, refuseUpgrade, type UpgradeRefusal } from "./refuse-upgrade.ts";
import { closeCodeOf, TokenGate } from "./token-gate.ts";

/** Bytes under way to a client after which it is told nothing that it did not ask for. */
const MAX_PUSHED_BYTES = 64 * 1024;
const [MIN_LOOK_MS, MAX_LOOK_MS] = [100, 10_000];
/** How often to look for sockets that show no token. */
const TOKEN_LOOK_MS = 5_000;
/** How long a client has to answer our goodbye before it is cut off. */
const GOODBYE_MS = 2_000;
/** Sockets that a server that stops closes together, and the time between them and the next. */
const [STOPPED_AT_ONCE, STOP_PAUSE_MS] = [100, 20];

export interface SocketServerOptions {
  /** Who may come in. */
  readonly guard: DoorGuard;
  /** Who may do what. */
  readonly access: AccessDoor;
  readonly log: Logger;
  readonly clock: Clock;
  readonly maxMessageBytes: number;
  readonly pingMs: number;
  readonly idleMs: number;
  readonly identity: ClientIdentity;
  readonly limits: ConnectionLimits;
  readonly incoming: IncomingBytes;
  /** What clients have asked for that goes on though they are gone. */
  readonly abandoned: AbandonedRequests;
  readonly unread: UnreadBytes;
}

/** One address for WebSockets. */
interface Door {
  readonly dialect: Dialect;
  readonly upgrader: WebSocketServer;
}

/** A client that has just come in. */
interface Arrival {
  readonly request: IncomingMessage;
  readonly stream: Duplex;
  readonly door: Door;
  /** Whether its client may have one more connection. */
  readonly admitted: boolean;
}

export class SocketServer {
  readonly #options: SocketServerOptions;
  readonly #doors: ReadonlyMap<string, Door>;
  readonly #connections = new Set<Connection>();
  /** What is done to every connection now and then. */
  readonly #rounds: readonly Heartbeat<Connection>[];
  readonly #emptySockets: EmptySockets;
  #stopping = false;
  #waiting: (() => void)[] = [];

  /** @param dialects what is spoken at each path, such as `/ws` */
  constructor(dialects: Readonly<Record<string, Dialect>>, options: SocketServerOptions) {
    this.#options = options;
    const { clock, pingMs, idleMs } = options;
    this.#rounds = [
      new Heartbeat({ intervalMs: pingMs, clock, beat: (connection) => connection.ping() }),
      new Heartbeat({ intervalMs: lookMs(idleMs), clock, beat: (connection) => connection.lookWhetherIdle() }),
      new Heartbeat({ intervalMs: TOKEN_LOOK_MS, clock, beat: (connection) => connection.lookWhetherOverdue() }),
    ];
    this.#emptySockets = new EmptySockets(this.#connections, options);
    const opened = Object.entries(dialects).map(([path, dialect]) => [path, openDoor(dialect, options)] as const);
    this.#doors = new Map(opened);
  }

  attach(server: Server): void {
    server.on("upgrade", (request, socket, head) => {
      if (!wantsWebSocket(request)) return serveWithoutUpgrade(server, request, { stream: socket, head });
      const [path = ""] = (request.url ?? "").split("?");
      const door = this.#doors.get(path);
      const refuse = (refusal: UpgradeRefusal) =>
        refuseUpgrade({ request, stream: socket, log: this.#options.log }, refusal);
      if (!door) return refuse({ status: 404 });
      if (this.#stopping) return refuse({ status: 503 });
      const refusal = this.#options.guard.judge(callerOf(request));
      if (refusal !== null) return refuse(refusal);
      void this.#admit({ request, stream: socket, door }, head);
    });
  }

  async #admit(arrival: Omit<Arrival, "admitted">, head: Buffer): Promise<void> {
    const { request, stream, door } = arrival;
    const { limits, log } = this.#options;
    const admitted = await limits.enterSocket(request, stream);
    if (stream.destroyed) return;
    if (this.#stopping) return refuseUpgrade({ request, stream, log }, { status: 503 });
    door.upgrader.handleUpgrade(request, stream, head, (client) => this.#accept(client, { ...arrival, admitted }));
  }

  /** Lets every socket finish what it asked for and closes it: not all at once, since they may all come to one other server. */
  stop(): void {
    this.#stopping = true;
    for (const round of this.#rounds) round.stop();
    this.#emptySockets.stop();
    for (const [place, connection] of [...this.#connections].entries()) {
      if (place < STOPPED_AT_ONCE) connection.stop();
      else setTimeout(() => connection.stop(), Math.floor(place / STOPPED_AT_ONCE) * STOP_PAUSE_MS);
    }
  }

  /** Resolves when no socket is open any more that has a session, or might still be answered. */
  async empty(): Promise<void> {
    if (this.#connections.size > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Cuts off who is still there. */
  terminate(): void {
    for (const connection of this.#connections) connection.cutOff(RESTART_CODE, RESTART_REASON);
  }

  /** A refusal comes as a frame after the handshake, where OpenEnv's clients look for it. */
  #accept(socket: WebSocket, { request, stream, door: { dialect }, admitted }: Arrival): void {
    const { log, idleMs, clock, identity, incoming, abandoned, unread, access } = this.#options;
    const client = identity.of(request);
    const openedAt = clock.now();
    try {
      if (!admitted) throw tooManyConnections();
      const { searchParams: query } = new URL(request.url ?? "/", "http://server");
      const refuse = (error: unknown) => connection.refuse(publicError(error, log));
      const oust = (code: number, reason: string) => connection.oust(code, reason);
      const entrance = { request, query, push: (text: string) => push(socket, text), oust, refuse };
      const side = new TokenGate({
        access,
        rights: dialect.rights,
        token: tokenIn(request.headers),
        errorText: dialect.errorText,
        openedAt,
        enter: ({ token, rights }) => {
          const known = token === null ? null : access.nameOf(token);
          return dialect.enter({
            ...entrance,
            // What it plays counts for its token, also where that came after the handshake.
            client: known ?? client,
            isReader: known !== null && rights.has("read"),
          });
        },
        publicError: (error) => publicError(error, log),
      });
      const connection = new Connection(socket, {
        stream,
        side,
        dialect,
        client,
        openedAt,
        unread,
        incoming,
        abandoned,
        clock,
        idleMs,
        onEnd: (ended) => this.#forget(ended),
      });
      this.#connections.add(connection);
      for (const round of this.#rounds) round.add(connection);
    } catch (error) {
      socket.on("error", () => socket.terminate());
      const refusal = publicError(error, log);
      socket.send(dialect.errorText(refusal));
      socket.close(closeCodeOf(refusal));
    }
  }

  #forget(connection: Connection): void {
    this.#connections.delete(connection);
    for (const round of this.#rounds) round.delete(connection);
    if (this.#connections.size === 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** How often to look for idle sockets, so that each is found soon after its time. */
function lookMs(idleMs: number): number {
  return Math.max(MIN_LOOK_MS, Math.min(idleMs / 10, MAX_LOOK_MS));
}

function push(client: WebSocket, text: string): void {
  if (client.readyState === client.OPEN && client.bufferedAmount <= MAX_PUSHED_BYTES) client.send(text);
}

function openDoor(dialect: Dialect, { maxMessageBytes, log }: SocketServerOptions): Door {
  // The types of `ws` do not know `closeTimeout` yet.
  const settings = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    WebSocket: explainingSocket(maxMessageBytes, dialect),
    closeTimeout: GOODBYE_MS,
    // What carries a token is not told back, and clients want one of those that they have offered.
    handleProtocols: (offered: Set<string>) => [...offered].find((protocol) => !isTokenProtocol(protocol)) ?? false,
  };
  const upgrader = new WebSocketServer(settings);
  upgrader.on("headers", (lines, request) => {
    lines.push(`${REQUEST_ID_HEADER}: ${requestIdOf(request)}`);
    logUpgrade(log, request, 101);
  });
  // Otherwise `ws` answers by itself, in HTML and without the request's name.
  upgrader.on("wsClientError", ({ message: detail }, stream, request) => {
    const status = request.method === "GET" ? 400 : 405;
    refuseUpgrade({ request, stream, log }, { status, detail, headers: ["sec-websocket-version: 13, 8"] });
  });
  return { dialect, upgrader };
}
