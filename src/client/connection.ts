/** One WebSocket to a server: questions, and the answers that carry their `request_id`. */
import { z } from "zod";
import { parseJson } from "../ground/parse-json.ts";
import { abortable } from "../ground/waits.ts";
import {
  batchFrameSchema,
  FORBIDDEN_CLOSE,
  type ServerMessage,
  serverMessageSchema,
  toolFrameSchema,
  UNAUTHORIZED_CLOSE,
} from "../protocol/protocol.ts";
import { ClientError, ConnectionLost, clientErrorOf } from "./client-error.ts";
import { SocketLine, type SocketLineOptions } from "./socket-line.ts";

/** After these the same message would meet the same fate on any connection: not UTF-8, too large, or the token will not do. */
const HOPELESS: ReadonlySet<number> = new Set([1007, 1009, UNAUTHORIZED_CLOSE, FORBIDDEN_CLOSE]);

const frameSchema = z.union([serverMessageSchema, toolFrameSchema, batchFrameSchema]);

/** Another connection has come in this session's name: to come back would only send that one away. */
const OUSTED = 4001;

export interface ServerAnswer {
  readonly message: z.infer<typeof frameSchema>;
  /** The frame as it came, for comparing bytes. */
  readonly text: string;
}

type ErrorData = Extract<ServerMessage, { type: "error" }>["data"];

export interface QuestionOptions {
  /** No two questions of a connection have the same. */
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Shown each answer to the question as it comes: whether no more are to come. One is all, if left out. */
  readonly isLast?: (answer: ServerAnswer) => boolean;
}

interface Waiting {
  readonly take: (answer: ServerAnswer) => void;
  readonly reject: (error: unknown) => void;
}

export class ClientConnection {
  #line: SocketLine | null = null;
  /** By the question's `request_id`. */
  readonly #waiting = new Map<string, Waiting>();
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

  /**
   * Asks without waiting for what was asked before, and gives the last answer.
   * @throws ConnectionLost when no answer can come; ClientError what the server refuses with; the signal's reason when it is
   * aborted first
   */
  ask(message: Readonly<Record<string, unknown>>, options: QuestionOptions): Promise<ServerAnswer> {
    const { requestId, signal, isLast = () => true } = options;
    if (this.#end !== null) return Promise.reject(this.#end);
    const answered = new Promise<ServerAnswer>((resolve, reject) => {
      const take = (answer: ServerAnswer) => isLast(answer) && resolve(answer);
      this.#waiting.set(requestId, { take, reject });
    });
    this.#line?.send(JSON.stringify({ ...message, request_id: requestId }));
    return abortable(answered, signal).finally(() => this.#waiting.delete(requestId));
  }

  /** Tells the server that nobody wants the session back, says goodbye, and waits until the socket is closed; a server that does not answer is not waited for. */
  async close(): Promise<void> {
    const wasOpen = this.isOpen;
    this.#over(new ClientError("CLOSED", "Cannot go on: the client was closed"));
    if (wasOpen) this.#line?.send(JSON.stringify({ type: "close" }));
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
    // What nobody waits for is the late answer to a call that was given up.
    const waiting = this.#waiting.get(message.request_id ?? "");
    if (message.type !== "error") return waiting?.take({ message, text });
    const refusal = clientErrorOf(message.data);
    if (message.request_id === undefined) this.#refusal = refusal;
    // A full server answers a reset with this and closes: another connection may find a place.
    else if (isFull(message.data)) this.#over(new ConnectionLost(refusal.message, refusal));
    else waiting?.reject(refusal);
  }

  #causeOf(code: number, reason: string): Error {
    if (this.#refusal !== null && HOPELESS.has(code)) return this.#refusal;
    if (code === OUSTED) return new ClientError("MOVED", `Cannot go on here: ${reason}`);
    const why = this.#refusal?.message ?? `The server closed the connection (${code}${reason && `: ${reason}`})`;
    return new ConnectionLost(why, this.#refusal);
  }

  #over(cause: Error): void {
    this.#end ??= cause;
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}

/** Whether there is no place for this session; other things there is no room for cost nobody his place. */
function isFull({ code, max_sessions }: ErrorData): boolean {
  return code === "CAPACITY_REACHED" && max_sessions !== undefined;
}
