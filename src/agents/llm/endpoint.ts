/** Asks an OpenAI-compatible endpoint, again where it makes sense, and with less where it refuses more. */
import OpenAI from "openai";
import { backOffMs, delay, withDeadline } from "../../ground/waits.ts";
import { BrokenAnswer, type Completion, readCompletion } from "./completion.ts";
import { type Feature, type FeatureWishes, offeredFeatures, refusedFeature } from "./features.ts";
import { toolDefinitions } from "./tools.ts";

export interface EndpointOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** Null leaves it to the endpoint. */
  readonly temperature: number | null;
  readonly maxTokens: number;
  readonly wishes: FeatureWishes;
  /** How long one request may take, from its first byte to the answer's last. */
  readonly requestTimeoutMs: number;
  /** How often a request that failed is made again. */
  readonly retries: number;
}

/** The endpoint did not answer, or not with an answer: no fault of the model. */
export class EndpointError extends Error {}

type Messages = readonly Readonly<Record<string, unknown>>[];
export type Mode = "tools" | "text";

const BACK_OFF = { firstDelayMs: 500, maxDelayMs: 30_000 };
/** An endpoint that asks for a longer pause is as good as gone. */
const MAX_RETRY_AFTER_MS = 120_000;
const RETRIED: ReadonlySet<number> = new Set([408, 409, 425, 429]);

export class Endpoint {
  readonly #options: EndpointOptions;
  readonly #client: OpenAI;
  /** What is asked for beside the messages; shrinks when the endpoint refuses something and answers without it. */
  #features: ReadonlySet<Feature>;

  constructor(options: EndpointOptions) {
    const { baseUrl: baseURL, apiKey, requestTimeoutMs: timeout, wishes } = options;
    this.#options = options;
    // It would wait without listening to a signal, and would not see an answer that breaks off: retries are ours.
    this.#client = new OpenAI({ baseURL, apiKey, timeout, maxRetries: 0, logLevel: "off" });
    this.#features = offeredFeatures(wishes);
  }

  /** How an action is asked for at present. */
  get mode(): Mode {
    return modeOf(this.#features);
  }

  /**
   * @param messagesFor the conversation, in words that fit the mode
   * @throws EndpointError; the signal's reason when it is aborted
   */
  async complete(messagesFor: (mode: Mode) => Messages, signal: AbortSignal): Promise<Completion> {
    let features = this.#features;
    let first: unknown = null;
    for (;;) {
      try {
        const completion = await this.#insist(messagesFor(modeOf(features)), features, signal);
        this.#features = features;
        return completion;
      } catch (error) {
        signal.throwIfAborted();
        first ??= error;
        const refused = refusedFeature(error, features);
        if (refused === null) throw new EndpointError(describe(first), { cause: error });
        features = new Set([...features].filter((feature) => feature !== refused));
      }
    }
  }

  async #insist(messages: Messages, features: ReadonlySet<Feature>, signal: AbortSignal): Promise<Completion> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#request(messages, features, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (attempt >= this.#options.retries || !isPassing(error)) throw error;
        await delay(retryAfterMs(error) ?? backOffMs(attempt, BACK_OFF), signal);
      }
    }
  }

  #request(messages: Messages, features: ReadonlySet<Feature>, signal: AbortSignal): Promise<Completion> {
    const { requestTimeoutMs: ms } = this.#options;
    const onTimeout = () => new BrokenAnswer(`the endpoint did not answer within ${ms / 1000} s`);
    return withDeadline(
      async (limit) => {
        const body = this.#bodyOf(messages, features);
        const response = await this.#client.post("/chat/completions", { body, signal: limit }).asResponse();
        return readCompletion(response, this.#client);
      },
      { ms, signal, onTimeout },
    );
  }

  #bodyOf(messages: Messages, features: ReadonlySet<Feature>): Readonly<Record<string, unknown>> {
    const { model, maxTokens, temperature } = this.#options;
    return {
      model,
      messages,
      ...(features.has("max_tokens") ? { max_tokens: maxTokens } : { max_completion_tokens: maxTokens }),
      ...(features.has("temperature") && temperature !== null && { temperature }),
      ...(features.has("tools") && { tools: toolDefinitions() }),
      ...(features.has("response_format") && !features.has("tools") && { response_format: { type: "json_object" } }),
      ...(features.has("stream") && { stream: true }),
      ...(features.has("stream_options") && { stream_options: { include_usage: true } }),
    };
  }
}

const modeOf = (features: ReadonlySet<Feature>): Mode => (features.has("tools") ? "tools" : "text");

/** Whether the same request may do better a little later. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof OpenAI.APIError)) return true;
  return error.status === undefined || error.status >= 500 || RETRIED.has(error.status);
}

/** What the endpoint asks for itself; null if it does not. @throws the error when it asks for too much */
function retryAfterMs(error: unknown): number | null {
  if (!(error instanceof OpenAI.APIError)) return null;
  const headers: Headers | undefined = error.headers;
  const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  const text = headers?.get("retry-after") ?? "";
  const seconds = /^\s*[\d.]+\s*$/.test(text) ? Number.parseFloat(text) * 1000 : Date.parse(text) - Date.now();
  const ms = Number.isFinite(exact) ? exact : seconds;
  if (!Number.isFinite(ms)) return null;
  if (ms > MAX_RETRY_AFTER_MS) throw error;
  return Math.max(0, ms);
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  const message = error instanceof Error ? error.message : String(error);
  return `The endpoint failed: ${message}${cause}`;
}
