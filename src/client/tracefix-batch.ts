/** Many sessions over one connection: all of them are asked at once, and answer side by side. */
import { withDeadline } from "../ground/waits.ts";
import {
  type BatchAnswer,
  MAX_BATCH_ITEMS,
  type ResetRequest,
  type SentStep,
  type StepResult,
} from "../protocol/protocol.ts";
import { socketAddress } from "./address.ts";
import { ClientError, ConnectionLost, clientErrorOf } from "./client-error.ts";
import { ClientConnection, type ServerAnswer } from "./connection.ts";

export type { BatchAnswer } from "../protocol/protocol.ts";

export interface BatchOptions {
  /** How long one call may take; 60,000 if left out. */
  readonly timeoutMs?: number;
  /** One that the server's operator gave out; none if left out. */
  readonly token?: string | null;
  /** Sent with the connection. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is asked of one session, by the name that the caller gives it. */
export type BatchItem = { readonly session: string } & (
  | { readonly type: "reset"; readonly data?: ResetRequest }
  | { readonly type: "step"; readonly data: SentStep }
  | { readonly type: "state" | "close" }
);

/** Characters of JSON in one frame: less than a server takes by default, whatever they are. */
const MAX_FRAME_CHARACTERS = 300_000;
const DEFAULT_TIMEOUT_MS = 60_000;

export class TraceFixBatch implements AsyncDisposable {
  readonly #connection: ClientConnection;
  readonly #timeoutMs: number;
  #frames = 0;

  private constructor(connection: ClientConnection, timeoutMs: number) {
    this.#connection = connection;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Connects. @throws ClientError UNREACHABLE or TIMED_OUT
   *
   * ```ts
   * const batch = await TraceFixBatch.connect("http://localhost:7860");
   * const [begun] = await batch.ask([{ session: "a", type: "reset", data: { seed: 7 } }]);
   * begun?.type // "observation"
   * await batch.close();
   * ```
   */
  static async connect(address: string, options: BatchOptions = {}): Promise<TraceFixBatch> {
    const { timeoutMs = DEFAULT_TIMEOUT_MS, headers = {}, token = null } = options;
    const url = socketAddress(address);
    try {
      const open = (signal: AbortSignal) => ClientConnection.open(url, { signal, headers, token });
      return new TraceFixBatch(await withDeadline(open, limit(timeoutMs)), timeoutMs);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      const message = `Cannot connect to ${address}: ${error.message}. Is a server running there?`;
      throw new ClientError("UNREACHABLE", message, { cause: error });
    }
  }

  /**
   * Asks each session once, any number of them, and gives their answers in the same order; what is wrong with one item is
   * its answer, of the type `error`. Asked again before it has answered, what comes later is answered later. After a call
   * that fails nobody knows what was taken: reset its sessions.
   * @throws ClientError DISCONNECTED, after which another connection has to be made, or TIMED_OUT
   *
   * ```ts
   * const batch = await TraceFixBatch.connect("http://localhost:7860");
   * const sessions = ["a", "b"];
   * await batch.ask(sessions.map((session) => ({ session, type: "reset" })));
   * const told = await batch.ask(sessions.map((session) => ({ session, type: "step", data: { action_type: "VIEW_CODE" } })));
   * told.map((answer) => stepResultOf(answer).observation.step_count) // [1, 1]
   * await batch.close();
   * ```
   */
  async ask(
    items: readonly BatchItem[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<readonly BatchAnswer[]> {
    const work = (within: AbortSignal) => Promise.all(framesOf(items).map((frame) => this.#askFrame(frame, within)));
    try {
      return (await withDeadline(work, { ...limit(this.#timeoutMs), signal })).flat();
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      if (error.refusal !== null) throw error.refusal;
      const message = `Cannot go on with these sessions: ${error.message}. Connect again and begin new episodes.`;
      throw new ClientError("DISCONNECTED", message, { cause: error });
    }
  }

  /**
   * Ends all its sessions; what is being asked fails with CLOSED. May be called twice.
   *
   * ```ts
   * const batch = await TraceFixBatch.connect("http://localhost:7860");
   * await batch.close();
   * batch.ask([{ session: "a", type: "reset" }]).catch(({ code }) => code) // "CLOSED"
   * ```
   */
  close(): Promise<void> {
    return this.#connection.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #askFrame(items: readonly BatchItem[], signal: AbortSignal): Promise<readonly BatchAnswer[]> {
    const answers: BatchAnswer[] = [];
    const isLast = ({ message }: ServerAnswer) => {
      if (message.type !== "batch") return false;
      answers.push(...message.data.answers);
      return answers.length >= message.data.total;
    };
    this.#frames += 1;
    await this.#connection.ask({ type: "batch", data: items }, { requestId: String(this.#frames), signal, isLast });
    return answers;
  }
}

/**
 * What a reset or a step came to. @throws ClientError with the server's code where it is an error
 *
 * ```ts
 * const batch = await TraceFixBatch.connect("http://localhost:7860");
 * const [begun] = await batch.ask([{ session: "a", type: "reset" }]);
 * stepResultOf(begun).done // false
 * await batch.close();
 * ```
 */
export function stepResultOf(answer: BatchAnswer | undefined): StepResult {
  if (answer?.type === "error") throw clientErrorOf(answer.data);
  if (answer?.type === "observation" && "code_dict" in answer.data.observation) {
    const { observation, reward, done } = answer.data;
    if (reward !== null) return { observation, reward, done };
  }
  throw new ClientError("BAD_ANSWER", `Cannot use the answer: it is no observation but ${answer?.type ?? "nothing"}`);
}

/** The items in as few frames as a server takes. */
function framesOf(items: readonly BatchItem[]): BatchItem[][] {
  const frames: BatchItem[][] = [];
  let characters = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    const frame = frames.at(-1);
    if (frame === undefined || frame.length >= MAX_BATCH_ITEMS || characters + size > MAX_FRAME_CHARACTERS) {
      frames.push([item]);
      characters = size;
    } else {
      frame.push(item);
      characters += size;
    }
  }
  return frames;
}

function limit(ms: number): { readonly ms: number; readonly onTimeout: () => ClientError } {
  const onTimeout = () => new ClientError("TIMED_OUT", `Cannot wait for the server any longer: ${ms} ms have passed`);
  return { ms, onTimeout };
}
