/** One WebSocket on which batches are asked: each has a name, and its answers come in frames that repeat it. */
import { parseJson } from "../ground/parse-json.ts";
import { abortable } from "../ground/waits.ts";
import { type BatchAnswer, batchFrameSchema, errorFrameSchema } from "../protocol/protocol.ts";
import { ClientError, ConnectionLost, clientErrorOf } from "./client-error.ts";
import { SocketLine, type SocketLineOptions } from "./socket-line.ts";

interface WaitingBatch {
  readonly answers: BatchAnswer[];
  readonly resolve: (answers: readonly BatchAnswer[]) => void;
  readonly reject: (error: unknown) => void;
}

export class BatchConnection {
  #line: SocketLine | null = null;
  readonly #waiting = new Map<string, WaitingBatch>();
  #asked = 0;
  /** What the server said unasked: why it is about to close. */
  #refusal: ClientError | null = null;
  /** Why nothing can be asked any more. */
  #end: Error | null = null;

  /** @throws ConnectionLost when nobody answers there; the signal's reason when it is aborted first */
  static async open(url: string, options: SocketLineOptions): Promise<BatchConnection> {
    const connection = new BatchConnection();
    const listener = {
      heard: (text: string) => connection.#receive(text),
      ended: (code: number, reason: string) => connection.#over(connection.#causeOf(code, reason)),
    };
    connection.#line = await SocketLine.open(url, listener, options);
    return connection;
  }

  /**
   * Asks without waiting for what was asked before.
   * @param items the batch's items as JSON
   * @throws ClientError what the server refuses the whole batch with; the signal's reason when it is aborted first
   */
  ask(items: readonly string[], signal: AbortSignal): Promise<readonly BatchAnswer[]> {
    if (this.#end !== null) return Promise.reject(this.#end);
    this.#asked += 1;
    const requestId = String(this.#asked);
    const answered = new Promise<readonly BatchAnswer[]>((resolve, reject) => {
      this.#waiting.set(requestId, { answers: [], resolve, reject });
    });
    this.#line?.send(`{"type":"batch","data":[${items.join(",")}],"request_id":"${requestId}"}`);
    return abortable(answered, signal).finally(() => this.#waiting.delete(requestId));
  }

  /** What is being asked fails with CLOSED. */
  async close(): Promise<void> {
    this.#over(new ClientError("CLOSED", "Cannot go on: the client was closed"));
    await this.#line?.close();
  }

  #receive(text: string): void {
    const json = parseJson(text);
    const frame = batchFrameSchema.safeParse(json).data;
    if (frame !== undefined) return this.#take(frame.data, frame.request_id);
    const error = errorFrameSchema.safeParse(json).data;
    if (error === undefined) {
      const shown = text.slice(0, 200);
      this.#over(new ClientError("BAD_ANSWER", `Cannot read what the server sent; is it TraceFix-RL? ${shown}`));
      this.#line?.drop();
    } else if (error.request_id === undefined) this.#refusal = clientErrorOf(error.data);
    else this.#waiting.get(error.request_id)?.reject(clientErrorOf(error.data));
  }

  #take({ answers, total }: { answers: readonly BatchAnswer[]; total: number }, requestId = ""): void {
    const waiting = this.#waiting.get(requestId);
    // Nobody waits for the late answers to what was given up.
    if (waiting === undefined) return;
    waiting.answers.push(...answers);
    if (waiting.answers.length >= total) waiting.resolve(waiting.answers);
  }

  #causeOf(code: number, reason: string): Error {
    if (this.#refusal !== null) return this.#refusal;
    const lost = new ConnectionLost(`The server closed the connection (${code}${reason && `: ${reason}`})`);
    const message = `Cannot go on with these sessions: ${lost.message}. Connect again and begin new episodes.`;
    return new ClientError("DISCONNECTED", message, { cause: lost });
  }

  #over(cause: Error): void {
    this.#end ??= cause;
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}
