/** A connection that speaks WebDriver BiDi: commands with their answers, and events. */
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";

const messageSchema = z.union([
  z.object({ type: z.literal("success"), id: z.number(), result: z.unknown() }),
  z.object({ type: z.literal("error"), id: z.number(), error: z.string(), message: z.string() }),
  z.object({ type: z.literal("event"), method: z.string(), params: z.record(z.string(), z.unknown()) }),
]);

type Params = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class BidiConnection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners: ((method: string, params: Params) => void)[] = [];
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => this.#take(messageSchema.parse(JSON.parse(String(data)))));
    socket.on("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("The browser closed the connection"));
      this.#waiting.clear();
    });
  }

  /** Closed by itself when the test is over. */
  static async open(address: string): Promise<BidiConnection> {
    const socket = new WebSocket(address);
    onTestFinished(() => socket.terminate());
    await once(socket, "open");
    return new BidiConnection(socket);
  }

  ask(method: string, params: Params): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  onEvent(listener: (method: string, params: Params) => void): void {
    this.#listeners.push(listener);
  }

  #take(message: z.infer<typeof messageSchema>): void {
    if (message.type === "event") {
      for (const listener of this.#listeners) listener(message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "success") waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${message.error}: ${message.message}`));
  }
}
