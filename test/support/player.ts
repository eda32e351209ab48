/** A player over a real WebSocket: sends one message, waits for its answer. */
import { once } from "node:events";
import { WebSocket } from "ws";
import type { CodeObservation } from "../../src/protocol/protocol.ts";

export interface Frame {
  readonly type: string;
  readonly request_id?: string;
  readonly data: {
    readonly observation: CodeObservation;
    readonly reward: number;
    readonly done: boolean;
    readonly code?: string;
    readonly message?: string;
  };
}

export interface ConnectOptions {
  /** With what is told in the address; `/ws` if left out. */
  readonly path?: string;
  /** Where the player comes from: on Linux every 127.x.x.x is this machine's own. */
  readonly localAddress?: string;
}

export class Player implements AsyncDisposable {
  readonly #socket: WebSocket;
  /** Answers exactly as they came, for comparing bytes. */
  readonly received: string[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** @param server its port on this machine, or where it is: `ws://host:port/base` */
  static async connect(server: number | string, { path = "/ws", localAddress }: ConnectOptions = {}): Promise<Player> {
    const options = localAddress === undefined ? {} : { localAddress };
    const address = typeof server === "number" ? `ws://127.0.0.1:${server}` : server;
    const socket = new WebSocket(`${address}${path}`, options);
    await once(socket, "open");
    return new Player(socket);
  }

  async ask(message: unknown): Promise<Frame> {
    const settled = new AbortController();
    const { signal } = settled;
    const closed = once(this.#socket, "close", { signal }).then(([code]) => {
      throw new Error(`The server closed the socket with ${code} before it answered`);
    });
    const answered = once(this.#socket, "message", { signal });
    this.#socket.send(JSON.stringify(message));
    const [data] = await Promise.race([answered, closed]).finally(() => {
      closed.catch(() => undefined);
      answered.catch(() => undefined);
      settled.abort();
    });
    const text = String(data);
    this.received.push(text);
    return JSON.parse(text);
  }

  async reset(options: Readonly<Record<string, unknown>>): Promise<Frame["data"]> {
    return this.#observation(await this.ask({ type: "reset", data: options }));
  }

  async step(action: Readonly<Record<string, unknown>>): Promise<Frame["data"]> {
    return this.#observation(await this.ask({ type: "step", data: action }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, "close");
    this.#socket.close();
    await closed;
  }

  #observation(frame: Frame): Frame["data"] {
    if (frame.type !== "observation") throw new Error(`No observation came but ${JSON.stringify(frame)}`);
    return frame.data;
  }
}
