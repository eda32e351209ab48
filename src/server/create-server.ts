/** The whole server: HTTP and WebSocket over the same sessions, and how it begins and ends. */
import type { AddressInfo } from "node:net";
import { type Logger, pino } from "pino";
import { type Clock, systemClock } from "../sessions/clock.ts";
import { HttpEpisodes } from "../sessions/http-episodes.ts";
import { McpSessions } from "../sessions/mcp-sessions.ts";
import type { SessionRegistry } from "../sessions/session-registry.ts";
import { WebDesk } from "../sessions/web-desk.ts";
import { createApp } from "./create-app.ts";
import { ExtraPort } from "./extra-port.ts";
import type { PageTasks } from "./page-tasks.ts";
import type { SandboxFigures } from "./routes/metrics.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { TaskCatalog } from "./task-catalog.ts";
import { lookOn } from "./watch/looking-on.ts";
import { environmentDialect } from "./websocket/environment-dialect.ts";
import { mcpDialect } from "./websocket/mcp-dialect.ts";
import { SocketServer } from "./websocket/socket-server.ts";
import { watchDialect } from "./websocket/watch-dialect.ts";

export interface ServerOptions {
  readonly settings?: Settings;
  readonly log?: Logger;
  readonly clock?: Clock;
  readonly sandboxFigures?: () => SandboxFigures;
  /** Whether the sandbox can run code; `/ready` tells. */
  readonly isSandboxReady?: () => boolean;
  /** The tasks that the Task API tells of; without it those routes answer 501. */
  readonly catalog?: TaskCatalog;
  /** The tasks that the page tells of. */
  readonly pageTasks?: PageTasks;
  /** What an operator should know of this very server. */
  readonly warnings?: readonly string[];
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
    isSandboxReady = () => true,
    warnings = [],
    catalog = null,
    pageTasks = null,
  } = options;
  const idle = { idleMs: settings.HTTP_IDLE_SECONDS * 1000, clock };
  const episodes = new HttpEpisodes(registry, idle);
  const sessions = new McpSessions(registry, idle);
  const desk = settings.ENABLE_WEB_INTERFACE ? new WebDesk(registry, idle) : null;
  const lookingOn = lookOn(registry, { settings, clock, tasks: pageTasks });
  let stopped: Promise<void> | undefined;
  const isReady = () => stopped === undefined && isSandboxReady();
  const parts = { registry, episodes, sessions, desk, catalog, settings, log, warnings, lookingOn };
  const app = await createApp({ ...parts, sandboxFigures, isReady });
  const isSimulation = settings.OPENENV_MODE === "simulation";
  const validationToken = (isSimulation && settings.OPENENV_VALIDATION_TOKEN) || null;
  const doors = {
    "/ws": { dialect: environmentDialect({ registry, sessions, log, validationToken }), checksOrigin: false },
    ...(desk && { "/ws/ui": { dialect: watchDialect(desk), checksOrigin: false } }),
    "/mcp": { dialect: mcpDialect({ registry, sessions, log }), checksOrigin: true },
  };
  const sockets = new SocketServer(doors, {
    log,
    clock,
    maxMessageBytes: settings.MAX_MESSAGE_BYTES,
    pingMs: settings.PING_SECONDS * 1000,
    idleMs: settings.SESSION_IDLE_SECONDS * 1000,
  });
  sockets.attach(app.server);
  const extraPort = new ExtraPort(app.server);

  const cutOff = () => {
    registry.close();
    sockets.terminate();
    app.server.closeAllConnections();
  };
  const stop = async () => {
    registry.stopAdmitting();
    sockets.stop();
    extraPort.close();
    const deadline = setTimeout(cutOff, settings.SHUTDOWN_SECONDS * 1000);
    await app.close();
    clearTimeout(deadline);
    episodes.close();
    sessions.stop();
    desk?.stop();
    registry.close();
  };

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

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error(`The server has no port: ${address}`);
  return address.port;
}
