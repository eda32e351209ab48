/** One WebSocket to a server: a question, then the answer that carries its `request_id`. */
import { z } from "zod";
import { parseJson } from "../ground/parse-json.ts";
import { abortable } from "../ground/waits.ts";
import { type ServerMessage, serverMessageSchema, type ToolFrame, toolFrameSchema } from "../protocol/protocol.ts";
import { ClientError, ConnectionLost, clientErrorOf } from "./client-error.ts";
import { SocketLine, type SocketLineOptions } from "./socket-line.ts";

/** After these the same message would meet the same fate on any connection: it is not UTF-8, or too large. */
const HOPELESS: ReadonlySet<number> = new Set([1007, 1009]);

const frameSchema = z.union([serverMessageSchema, toolFrameSchema]);

export interface ServerAnswer {
  readonly message: ServerMessage | ToolFrame;
  /** The frame as it came, for comparing bytes. */
  readonly text: string;
}

type ErrorData = Extract<ServerMessage, { type: "error" }>["data"];

interface Waiting {
  readonly requestId: string;
  readonly resolve: (answer: ServerAnswer) => void;
  readonly reject: (error: unknown) => void;
}

export class ClientConnection {
  #line: SocketLine | null = null;
  #waiting: Waiting | null = null;
  /** What the server said unasked: why it is about to close. */
  #refusal: ClientError | null = null;
  /** Why nothing can be asked any more. */
  #end: Error | null = null;

  /** @throws ConnectionLost when nobody answers there; the signal's reason when it is aborted first */
  static async open(url: string, options: SocketLineOptions): Promise<ClientConnection> {
    const connection = new ClientConnection();
    const listener = {
      heard: (text: string) => connection.#receive(text),
      ended: (code: number, reason: string) => connection.#over(connection.#causeOf(code, reason)),
    };
    connection.#line = await SocketLine.open(url, listener, options);
    return connection;
  }

  get isOpen(): boolean {
    return this.#end === null;
  }

  /** @throws ConnectionLost when no answer can come; the signal's reason when it is aborted first */
  ask(
    message: Readonly<Record<string, unknown>>,
    options: { requestId: string; signal: AbortSignal },
  ): Promise<ServerAnswer> {
    const { requestId, signal } = options;
    if (this.#end !== null) return Promise.reject(this.#end);
    const answered = new Promise<ServerAnswer>((resolve, reject) => {
      this.#waiting = { requestId, resolve, reject };
    });
    this.#line?.send(JSON.stringify({ ...message, request_id: requestId }));
    return abortable(answered, signal);
  }

  /** Says goodbye, and waits until the socket is closed; a server that does not answer is not waited for. */
  async close(): Promise<void> {
    this.#over(new ClientError("CLOSED", "Cannot go on: the client was closed"));
    await this.#line?.close();
  }

  /** Drops the socket at once: what it may still bring belongs to a call that has been given up. */
  drop(): void {
    this.#over(new ConnectionLost("The connection was given up"));
    this.#line?.drop();
  }

  #receive(text: string): void {
    const message = frameSchema.safeParse(parseJson(text)).data;
    if (message === undefined) {
      const shown = text.slice(0, 200);
      this.#over(new ClientError("BAD_ANSWER", `Cannot read what the server sent; is it TraceFix-RL? ${shown}`));
      return this.#line?.drop();
    }
    const waiting = this.#waiting;
    if (message.type === "error") {
      const isUnasked = message.request_id === undefined;
      if (isUnasked) this.#refusal = clientErrorOf(message.data);
      // A full server answers a reset with this and closes: another connection may find a place.
      else if (isFull(message.data))
        return this.#over(new ConnectionLost(message.data.message, clientErrorOf(message.data)));
    }
    // Anything else that nobody waits for is the late answer to a call that was given up.
    if (waiting === null || message.request_id !== waiting.requestId) return;
    this.#waiting = null;
    if (message.type === "error") waiting.reject(clientErrorOf(message.data));
    else waiting.resolve({ message, text });
  }

  #causeOf(code: number, reason: string): Error {
    if (this.#refusal !== null && HOPELESS.has(code)) return this.#refusal;
    const why = this.#refusal?.message ?? `The server closed the connection (${code}${reason && `: ${reason}`})`;
    return new ConnectionLost(why, this.#refusal);
  }

  #over(cause: Error): void {
    this.#end ??= cause;
    this.#waiting?.reject(this.#end);
    this.#waiting = null;
  }
}

/** Whether there is no place for this session; other things there is no room for cost nobody his place. */
function isFull({ code, max_sessions }: ErrorData): boolean {
  return code === "CAPACITY_REACHED" && max_sessions !== undefined;
}
