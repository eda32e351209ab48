/** A client of TraceFix-RL for TypeScript: one session, which outlives its connections. */

import { z } from "zod";
import { abortable, backOffMs, delay, withDeadline } from "../ground/waits.ts";
import { type CodeState, isFields, type ResetRequest, type SentStep, type StepResult } from "../protocol/protocol.ts";
import { socketAddress } from "./address.ts";
import { ClientError, ConnectionLost } from "./client-error.ts";
import { type CalledStep, type CallOptions, CLIENT_DEFAULTS, type ClientOptions } from "./client-options.ts";
import type { ClientConnection, ServerAnswer } from "./connection.ts";
import { PlayedEpisode } from "./played-episode.ts";
import { ServerDoor } from "./server-door.ts";
import { drawSessionName } from "./session-address.ts";

export type { CodeObservation, CodeState, ResetRequest, StepData, StepResult } from "../protocol/protocol.ts";
export { CLIENT_ERRORS, ClientError } from "./client-error.ts";
export type { CalledStep, CallOptions, ClientOptions } from "./client-options.ts";
export { type BatchAnswer, type BatchItem, type BatchOptions, stepResultOf, TraceFixBatch } from "./tracefix-batch.ts";
export { type PlayerTool, tracefixTools } from "./tracefix-tools.ts";

export class TraceFixClient implements AsyncDisposable {
  readonly #door: ServerDoor;
  readonly #options: Required<ClientOptions>;
  readonly #played = new PlayedEpisode();
  #connection: ClientConnection | null = null;
  /** The connection on which the episode stands where the log says. */
  #current: ClientConnection | null = null;
  /** How the connection was lost that is being made again; null while one stands. */
  #lost: ConnectionLost | null = null;
  /** Before the number of each request, so that no other client's are the same. */
  readonly #ownRequests = drawSessionName();
  #requests = 0;
  #closed = false;
  /** The call before: calls of one session are made one after the other. */
  #previous: Promise<unknown> = Promise.resolve();

  private constructor(url: string, options: Required<ClientOptions>) {
    this.#door = new ServerDoor(url, options);
    this.#options = options;
  }

  /**
   * Connects at once, so that a wrong address is known at once; later connections are tried several times.
   * @param address `http://localhost:7860`, or the `ws://…/ws` of the same server
   * @throws ClientError UNREACHABLE or TIMED_OUT; the signal's reason when it is aborted
   *
   * ```ts
   * const client = await TraceFixClient.connect("http://localhost:7860", { timeoutMs: 10_000 });
   * const { done } = await client.reset();
   * done // false
   * await client.close();
   * ```
   */
  static async connect(address: string, options: ClientOptions & CallOptions = {}): Promise<TraceFixClient> {
    const { signal, ...given } = options;
    const session = given.session === undefined ? drawSessionName() : given.session;
    const client = new TraceFixClient(socketAddress(address), { ...CLIENT_DEFAULTS, ...given, session });
    try {
      await client.#limited((limit) => client.#open(limit), signal);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      const message = `Cannot connect to ${address}: ${error.message}. Is a server running there?`;
      throw new ClientError("UNREACHABLE", message, { cause: error });
    }
    return client;
  }

  /**
   * Begins an episode. @throws ClientError with the server's code for a request that makes no sense
   *
   * ```ts
   * const client = await TraceFixClient.connect("http://localhost:7860");
   * const { observation } = await client.reset({ task_name: "binary_search_off_by_one", seed: 7 });
   * observation.info.task_name // "binary_search"
   * await client.close();
   * ```
   */
  reset(request: ResetRequest = {}, { signal }: CallOptions = {}): Promise<StepResult> {
    return this.#call(async (limit, requestId) => {
      const answer = await this.#ask({ type: "reset", data: request }, { requestId, limit, replay: false });
      const result = observationOf(answer);
      await this.#played.begin(request, { requestId, text: answer.text, observation: result.observation });
      this.#current = this.#connection;
      return result;
    }, signal);
  }

  /**
   * Takes one step. @throws ClientError EXECUTION_ERROR before the reset and after the end
   *
   * ```ts
   * const client = await TraceFixClient.connect("http://localhost:7860");
   * await client.reset({ task_name: "binary_search_off_by_one" });
   * const { observation } = await client.step({ action_type: "RUN_TESTS" });
   * observation.test_results.length // 8
   * await client.close();
   * ```
   */
  step(action: SentStep, { signal }: CallOptions = {}): Promise<StepResult> {
    return this.#call(async (limit, requestId) => {
      const answer = await this.#ask({ type: "step", data: action }, { requestId, limit, replay: true });
      const result = observationOf(answer);
      await this.#played.add(action, { requestId, text: answer.text });
      return result;
    }, signal);
  }

  /**
   * Takes a step by calling a tool, and gives what its caller is told: the reports speak of tools then.
   * @throws ClientError as `step` does, and with the tool's own error type where the call makes no sense
   *
   * ```ts
   * const client = await TraceFixClient.connect("http://localhost:7860");
   * await client.reset({ task_name: "binary_search_off_by_one" });
   * const { observation } = await client.call("run_tests");
   * observation.step_count // 1
   * await client.close();
   * ```
   */
  call(tool_name: string, given: unknown = {}, { signal }: CallOptions = {}): Promise<CalledStep> {
    return this.#call(async (limit, requestId) => {
      const data = { type: "call_tool", tool_name, arguments: given };
      const answer = await this.#ask({ type: "step", data }, { requestId, limit, replay: true });
      const result = calledOf(answer);
      await this.#played.add(data, { requestId, text: answer.text });
      return result;
    }, signal);
  }

  /**
   * The episode from outside. It names the program until the end, and the task only then.
   *
   * ```ts
   * const client = await TraceFixClient.connect("http://localhost:7860");
   * await client.reset({ task_name: "binary_search_off_by_one", seed: 7 });
   * const { seed, step_count } = await client.state();
   * [seed, step_count] // [7, 0]
   * await client.close();
   * ```
   */
  state({ signal }: CallOptions = {}): Promise<CodeState> {
    return this.#call(async (limit, requestId) => {
      const { message } = await this.#ask({ type: "state" }, { requestId, limit, replay: true });
      return message.type === "state" ? message.data : unexpected(message);
    }, signal);
  }

  /**
   * Ends the session; what is being asked fails with CLOSED. May be called twice.
   *
   * ```ts
   * const client = await TraceFixClient.connect("http://localhost:7860");
   * await client.close();
   * client.state().catch(({ code }) => code) // "CLOSED"
   * ```
   */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#connection?.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #call<Result>(
    work: (limit: AbortSignal, requestId: string) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    const requestId = this.#nextRequest();
    const before = this.#previous;
    const result = this.#limited(async (limit) => {
      await abortable(before, limit);
      return work(limit, requestId);
    }, signal);
    this.#previous = Promise.allSettled([before, result]);
    return result;
  }

  #nextRequest(): string {
    this.#requests += 1;
    return `${this.#ownRequests} ${this.#requests}`;
  }

  #limited<Result>(work: (limit: AbortSignal) => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    const { timeoutMs: ms } = this.#options;
    const onTimeout = () =>
      this.#lost === null
        ? new ClientError("TIMED_OUT", `Cannot wait for the server any longer: ${ms} ms have passed`)
        : disconnected(this.#lost, `the whole time limit of ${ms} ms`);
    return withDeadline(work, { ms, signal, onTimeout });
  }

  async #ask(message: Readonly<Record<string, unknown>>, { requestId, limit, replay }: Asked): Promise<ServerAnswer> {
    let isStepSent = false;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const connection = await this.#ready(limit, { replay, isStepSent });
        // A full server takes the connection and refuses the reset: it is full until it has answered one.
        if (this.#lost?.refusal?.code !== "CAPACITY_REACHED") this.#lost = null;
        isStepSent = message.type === "step";
        const answer = await connection.ask(message, { requestId, signal: limit });
        this.#lost = null;
        return answer;
      } catch (error) {
        // An answer that comes after all would be taken for the next one's, and nobody knows whether the step was taken.
        if (limit.aborted) this.#connection?.drop();
        if (!(error instanceof ConnectionLost)) throw error;
        if (attempt >= this.#options.retries) throw disconnected(error, `${attempt + 1} tries`);
        this.#lost = error;
        await delay(backOffMs(attempt, this.#options), limit);
      }
    }
  }

  /** An open connection; for a replay one on which the episode stands where it stood. */
  async #ready(signal: AbortSignal, { replay, isStepSent }: Standing): Promise<ClientConnection> {
    const connection = this.#connection?.isOpen ? this.#connection : await this.#open(signal);
    if (!replay || this.#current === connection) return connection;
    try {
      const requestId = this.#nextRequest();
      const isThere = this.#door.isNamed && (await this.#played.resume(connection, { requestId, signal, isStepSent }));
      if (!isThere) await this.#played.replay(connection, signal);
    } catch (error) {
      // Half an episode must not be taken for the whole.
      connection.drop();
      throw error;
    }
    this.#current = connection;
    return connection;
  }

  async #open(signal: AbortSignal): Promise<ClientConnection> {
    if (this.#closed) throw new ClientError("CLOSED", "Cannot call a client that was closed: connect another");
    const connection = await this.#door.connect(signal);
    this.#connection = connection;
    if (this.#closed) await connection.close();
    return connection;
  }
}

/** Where the episode has to stand on a connection before it is asked. */
interface Standing {
  readonly replay: boolean;
  readonly isStepSent: boolean;
}

interface Asked {
  readonly requestId: string;
  readonly limit: AbortSignal;
  /** Whether the answer depends on the episode so far. */
  readonly replay: boolean;
}

function observationOf({ message }: ServerAnswer): StepResult {
  if (message.type !== "observation") return unexpected(message);
  const { observation, reward, done } = message.data;
  if (!("code_dict" in observation) || reward === null) return unexpected(message);
  return { observation, reward, done };
}

const textSchema = z.object({ content: z.tuple([z.object({ text: z.string() })]) });

function calledOf({ message }: ServerAnswer): CalledStep {
  if (message.type !== "observation" || !("tool_name" in message.data.observation)) return unexpected(message);
  const { result, error } = message.data.observation;
  if (error !== null) throw new ClientError(error.error_type, error.message);
  const told = result?.data;
  const text = textSchema.safeParse(result).data?.content[0].text;
  if (!isFields(told) || text === undefined) return unexpected(message);
  const { reward: _, done: __, ...observation } = told;
  return { observation, text, reward: message.data.reward ?? 0, done: message.data.done };
}

function unexpected({ type }: Pick<ServerAnswer["message"], "type">): never {
  throw new ClientError("BAD_ANSWER", `Cannot use the server's answer: a frame of type ${type} came instead`);
}

/** @param spent what was tried in vain, for the message */
function disconnected(error: ConnectionLost, spent: string): ClientError {
  if (error.refusal !== null) return error.refusal;
  const message = `Cannot reach the server any more, after ${spent}: ${error.message}`;
  return new ClientError("DISCONNECTED", message, { cause: error });
}
