/** The whole server: HTTP and WebSocket over the same sessions, and how it begins and ends. */
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Logger, pino } from "pino";
import type { Durability } from "../protocol/protocol.ts";
import { type Clock, systemClock } from "../sessions/clock.ts";
import { HeldSessions } from "../sessions/held-sessions.ts";
import { HttpEpisodes } from "../sessions/http-episodes.ts";
import type { SessionRegistry } from "../sessions/session-registry.ts";
import { WebDesk } from "../sessions/web-desk.ts";
import { AccessDoor } from "./access/access-door.ts";
import { AccessTokens } from "./access/access-tokens.ts";
import { ClientIdentity } from "./clients/client-identity.ts";
import { ConnectionLimits } from "./clients/connection-limits.ts";
import { createApp } from "./create-app.ts";
import { descriptorLimit } from "./descriptors.ts";
import { DoorGuard } from "./doors/door-guard.ts";
import { ExtraPort } from "./extra-port.ts";
import { InFlight } from "./in-flight.ts";
import { AbandonedRequests } from "./incoming/abandoned-requests.ts";
import { DEFAULT_INCOMING_BYTES, IncomingBytes } from "./incoming/incoming-bytes.ts";
import type { KeptForReaders } from "./kept/kept-episodes.ts";
import { Tools } from "./mcp/call-tool.ts";
import type { MetricFigures } from "./metrics/sandbox-metrics.ts";
import { takeSessionPaths } from "./session-path.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { PageTasks, TaskCatalog } from "./task-lists.ts";
import { HttpReaders } from "./unread/http-readers.ts";
import { UnreadBytes } from "./unread/unread-bytes.ts";
import { lookOn } from "./watch/looking-on.ts";
import { environmentDialect } from "./websocket/environment-dialect.ts";
import { mcpDialect } from "./websocket/mcp-dialect.ts";
import { SocketServer } from "./websocket/socket-server.ts";
import { watchDialect } from "./websocket/watch-dialect.ts";

/** What is cut off at the end gets so long to be told so. */
const LAST_WORDS_MS = 250;

export interface ServerOptions {
  readonly settings?: Settings;
  readonly log?: Logger;
  readonly clock?: Clock;
  readonly sandboxFigures?: () => MetricFigures;
  /** Why the sandbox can run nothing now; null while it can. */
  readonly sandboxObstacle?: () => string | null;
  /** Why the store of episodes takes nothing now; null while it does. */
  readonly storeObstacle?: () => string | null;
  /** What an answered step survives. */
  readonly durability?: Durability;
  /** Whether other servers may go on with what is played here. */
  readonly isLogShared?: boolean;
  /** Has it kept that a session has ended. @returns whether anything was kept of it */
  readonly leaveSession?: (session: string) => Promise<boolean>;
  /** Lines that the log could not write since the start. */
  readonly logLinesDropped?: () => number;
  /** The tasks that the Task API tells of; without it those routes answer 501. */
  readonly catalog?: TaskCatalog;
  /** SHA-256 of all the tasks' files: servers with the same hash give the same episodes. */
  readonly taskSetHash?: string;
  /** The same of each set that was read already, by its name. */
  readonly taskSetHashes?: () => ReadonlyMap<string, string>;
  /** The tasks that the page tells of. */
  readonly pageTasks?: PageTasks;
  /** The kept episodes that readers find. */
  readonly kept?: KeptForReaders;
  /** What an operator should know of this very server. */
  readonly warnings?: () => readonly string[];
  /** Bytes that clients may have sent, all together, and not be answered yet. */
  readonly incomingBytes?: number;
  /** Bytes of answers that clients together may leave unread. */
  readonly unreadBytes?: number;
}

export interface Server {
  /** Serves at the settings' address. Gives the port, for when any free one was asked for. */
  listen(): Promise<number>;
  /**
   * Takes no new sessions, answers what runs and closes every connection; after SHUTDOWN_SECONDS it aborts what still
   * runs and cuts off who is still there. May be called twice.
   */
  stop(): Promise<void>;
}

export async function createServer(registry: SessionRegistry, options: ServerOptions = {}): Promise<Server> {
  const {
    settings = readSettings({}),
    log = pino({ enabled: false }),
    clock = systemClock,
    sandboxFigures = () => ({ now: {}, total: {} }),
    logLinesDropped = () => 0,
    sandboxObstacle = () => null,
    storeObstacle = () => null,
    durability,
    isLogShared = false,
    leaveSession,
    warnings = () => [],
    catalog = null,
    taskSetHash = null,
    taskSetHashes = () => new Map(),
    pageTasks = null,
    kept = null,
    incomingBytes = DEFAULT_INCOMING_BYTES,
    unreadBytes,
  } = options;
  const sessions = new HeldSessions(registry, {
    idleMs: settings.HTTP_IDLE_SECONDS * 1000,
    clock,
    isShared: isLogShared,
    ...(leaveSession && { leave: leaveSession }),
    canRecall: durability !== undefined && durability !== "none",
    repeatsLast: settings.REPEAT_LAST_STEP,
  });
  const episodes = new HttpEpisodes(sessions, registry.draws);
  const tools = new Tools(settings.MCP_EPISODES);
  const desk = settings.ENABLE_WEB_INTERFACE ? new WebDesk({ registry, sessions, clock }) : null;
  const lookingOn = lookOn(registry, { settings, clock, tasks: pageTasks });
  const access = new AccessDoor(new AccessTokens(settings.TRACEFIX_TOKENS));
  const identity = new ClientIdentity({
    trustedProxies: settings.TRUSTED_PROXIES,
    tokens: settings.CLIENT_TOKENS,
    access,
  });
  const limits = new ConnectionLimits({
    identity,
    clock,
    sessions: registry.capacity,
    maxConnections: settings.MAX_CONNECTIONS,
    clientConnections: settings.CLIENT_CONNECTIONS,
    descriptors: descriptorLimit(),
  });
  const guard = new DoorGuard(settings);
  const incoming = new IncomingBytes(incomingBytes);
  const abandoned = new AbandonedRequests();
  const unread = new UnreadBytes(unreadBytes);
  const httpReaders = new HttpReaders(unread, clock);
  const inFlight = new InFlight();
  const stopping = () => (registry.isStopping ? "the server is stopping" : null);
  const obstacles = () => [stopping(), sandboxObstacle(), storeObstacle()].filter(isText);
  const parts = {
    guard,
    access,
    identity,
    limits,
    inFlight,
    obstacles,
    registry,
    episodes,
    sessions,
    tools,
    desk,
    catalog,
    taskSetHash,
    taskSetHashes,
    settings,
    log,
    sandboxFigures,
    logLinesDropped,
    incoming,
    abandoned,
    unread,
    warnings,
    durability,
    lookingOn,
    kept,
  };
  const app = await createApp(parts);
  const isSimulation = settings.OPENENV_MODE === "simulation";
  const validationToken = (isSimulation && settings.OPENENV_VALIDATION_TOKEN) || null;
  const doors = {
    "/ws": environmentDialect({
      ...{ registry, sessions, tools, log, validationToken },
      hidesOthers: settings.WATCH === "off",
    }),
    ...(desk && { "/ws/ui": watchDialect(desk, settings) }),
    "/mcp": mcpDialect({ registry, sessions, tools, log }),
  };
  const sockets = new SocketServer(doors, {
    guard,
    access,
    log,
    clock,
    maxMessageBytes: settings.MAX_MESSAGE_BYTES,
    pingMs: settings.PING_SECONDS * 1000,
    idleMs: settings.SESSION_IDLE_SECONDS * 1000,
    identity,
    limits,
    incoming,
    abandoned,
    unread,
  });
  limits.attach(app.server);
  httpReaders.attach(app.server);
  sockets.attach(app.server);
  takeSessionPaths(app.server);
  const extraPort = new ExtraPort(app.server);

  const quiet = () => Promise.all([inFlight.idle(), sockets.empty()]);
  const cutOff = async () => {
    registry.close();
    // What is given up so late is still answered, as far as that takes no time.
    await Promise.race([quiet(), delay(LAST_WORDS_MS, undefined, { ref: false })]);
    sockets.terminate();
    app.server.closeAllConnections();
  };
  const stop = async () => {
    registry.stopAdmitting();
    sockets.stop();
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      deadline = setTimeout(() => void cutOff().then(resolve), settings.SHUTDOWN_SECONDS * 1000);
    });
    // Until what runs is answered, the server still listens, so that it can say that it is not ready for more.
    await Promise.race([quiet(), late]);
    extraPort.close();
    await app.close();
    clearTimeout(deadline);
    httpReaders.stop();
    sessions.stop();
    registry.close();
  };

  let stopped: Promise<void> | undefined;

  return {
    listen: async () => {
      const { HOST: host, PORT, EXTRA_PORT } = settings;
      await app.listen({ host, port: PORT });
      const port = portOf(app.server.address());
      if (EXTRA_PORT === undefined || EXTRA_PORT === port) return port;
      await extraPort.listen(host, EXTRA_PORT).catch(async (error: unknown) => {
        await app.close();
        throw error;
      });
      return port;
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function isText(value: string | null): value is string {
  return value !== null;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error(`The server has no port: ${address}`);
  return address.port;
}
