/** A whole server on a free port with a fake environment, and the clients that a test talks to it with. */
import type { IncomingHttpHeaders } from "node:http";
import type { Logger } from "pino";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { type Durability, type ServerMessage, serverMessageSchema } from "../../src/protocol/protocol.ts";
import { createServer, type Server } from "../../src/server/create-server.ts";
import type { KeptForReaders } from "../../src/server/kept/kept-episodes.ts";
import { readSettings } from "../../src/server/settings.ts";
import type { PageTasks, TaskCatalog } from "../../src/server/task-lists.ts";
import type { Clock } from "../../src/sessions/clock.ts";
import type { CreateEnvironment } from "../../src/sessions/environment.ts";
import type { EpisodeTask } from "../../src/sessions/episode-listener.ts";
import { type RegistryOptions, SessionRegistry } from "../../src/sessions/session-registry.ts";
import { Stage } from "../sessions/fake-environment.ts";

export interface House {
  readonly stage: Stage;
  readonly registry: SessionRegistry;
  readonly server: Server;
  readonly url: string;
  connect(path?: string, headers?: Readonly<Record<string, string>>): Promise<Client>;
  /** As `connect`, from another address: on Linux every 127.x.x.x is this machine's own. */
  connectFrom(localAddress: string, path?: string): Promise<Client>;
  /** An HTTP request; a body is sent as JSON unless it is text already. */
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface HouseOptions {
  readonly capacity?: number;
  readonly clock?: Clock;
  readonly registryOptions?: RegistryOptions;
  /** As in the environment: `{ PING_SECONDS: "1" }`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: Logger;
  readonly sandboxObstacle?: () => string | null;
  readonly warnings?: readonly string[];
  readonly catalog?: TaskCatalog;
  readonly isSandboxReady?: () => boolean;
  /** With what the environments' episodes are about. */
  readonly pageTasks?: PageTasks & { readonly task: EpisodeTask };
  /** What readers find of kept episodes. */
  readonly kept?: KeptForReaders;
  readonly incomingBytes?: number;
  readonly unreadBytes?: number;
  /** What is said to outlive the server. */
  readonly durability?: Durability;
  readonly leaveSession?: (session: string) => Promise<boolean>;
  /** What is played in, in place of the stage's fake. */
  readonly environment?: CreateEnvironment;
}

/** Stopped by itself when the test is over. */
export async function openHouse({
  capacity = 100,
  clock,
  registryOptions = {},
  settings = {},
  log,
  sandboxObstacle,
  warnings = [],
  catalog,
  isSandboxReady,
  pageTasks,
  kept,
  incomingBytes,
  unreadBytes,
  durability,
  leaveSession,
  environment,
}: HouseOptions = {}): Promise<House> {
  const stage = new Stage();
  if (pageTasks) stage.task = pageTasks.task;
  const registry = new SessionRegistry(environment ?? stage.create, {
    capacity,
    ...registryOptions,
    ...(clock && { clock }),
  });
  const server = await createServer(registry, {
    settings: readSettings({ HOST: "127.0.0.1", PORT: "0", SHUTDOWN_SECONDS: "5", ...settings }),
    warnings: () => warnings,
    ...(log && { log }),
    ...(sandboxObstacle && { sandboxObstacle }),
    ...(clock && { clock }),
    ...(catalog && { catalog }),
    ...(isSandboxReady && { isSandboxReady }),
    ...(pageTasks && { pageTasks }),
    ...(kept && { kept }),
    ...(incomingBytes !== undefined && { incomingBytes }),
    ...(unreadBytes !== undefined && { unreadBytes }),
    ...(durability !== undefined && { durability }),
    ...(leaveSession !== undefined && { leaveSession }),
  });
  const address = `127.0.0.1:${await server.listen()}`;
  const clients: Client[] = [];
  onTestFinished(async () => {
    for (const client of clients) client.socket.terminate();
    await server.stop();
  });
  const connect = async (path: string, options: ClientOptions): Promise<Client> => {
    const client = await Client.open(`ws://${address}${path}`, options);
    clients.push(client);
    return client;
  };
  return {
    stage,
    registry,
    server,
    url: `http://${address}`,
    connect: (path = "/ws", headers = {}) => connect(path, { headers }),
    connectFrom: (localAddress, path = "/ws") => connect(path, { localAddress }),
    request: (method, path, options) => request(`http://${address}${path}`, method, options),
  };
}

async function request(
  url: string,
  method: string,
  { body, contentType, headers }: RequestOptions = {},
): Promise<Answer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await fetch(url, {
    method,
    redirect: "manual",
    headers: { ...(text !== undefined && { "content-type": contentType ?? "application/json" }), ...headers },
    ...(text !== undefined && { body: text }),
  });
  const answered = await answer.text();
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") && answered !== "";
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(answered) : answered };
}

export interface ClientOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly localAddress?: string;
  /** Whether pings are answered, as by any client that is not told otherwise. */
  readonly autoPong?: boolean;
}

export interface Goodbye {
  readonly code: number;
  readonly reason: string;
}

/** Takes frames strictly in order, and knows each to be one of the protocol's. */
export class Client {
  readonly socket: WebSocket;
  readonly closed: Promise<Goodbye>;
  readonly #frames: string[] = [];
  #wake: (() => void) | null = null;

  /** Of the answer to the upgrade. */
  handshake: IncomingHttpHeaders = {};

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, options);
    this.socket.on("upgrade", ({ headers: given }) => {
      this.handshake = given;
    });
    this.socket.on("message", (data) => {
      this.#frames.push(data.toString());
      this.#wake?.();
    });
    this.socket.on("error", () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    void this.closed.then(() => this.#wake?.());
  }

  static open(url: string, options: ClientOptions = {}): Promise<Client> {
    const client = new Client(url, options);
    return new Promise((resolve, reject) => {
      client.socket.once("open", () => resolve(client));
      client.socket.once("error", reject);
    });
  }

  send(message: object | string): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  /** The next frame, whether it has come already or not. */
  async next(): Promise<ServerMessage> {
    return serverMessageSchema.parse(await this.nextJson());
  }

  /** The next frame as it came, for what is no frame of `/ws`. */
  async nextJson(): Promise<unknown> {
    while (this.#frames.length === 0) {
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error("The socket closed without another frame");
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return JSON.parse(this.#frames.shift() ?? "");
  }

  async ask(message: object | string): Promise<ServerMessage> {
    this.send(message);
    return this.next();
  }

  askJson(message: object | string): Promise<unknown> {
    this.send(message);
    return this.nextJson();
  }

  reset(data: object = {}): Promise<ServerMessage> {
    return this.ask({ type: "reset", data });
  }

  step(action_type: string, fields: object = {}): Promise<ServerMessage> {
    return this.ask({ type: "step", data: { action_type, ...fields } });
  }
}
