/** A language model behind an OpenAI-compatible endpoint, as an agent. */
import type { CodeObservation, Usage } from "../../protocol/protocol.ts";
import { type Agent, type AgentBriefing, type AgentPlayer, type AgentTurn, actTurn, stopTurn } from "../agent.ts";
import type { Completion } from "./completion.ts";
import { Conversation } from "./conversation.ts";
import { Endpoint, EndpointError, type EndpointOptions } from "./endpoint.ts";
import { type Reading, readAction } from "./read-answer.ts";
import { askAgain } from "./wording.ts";

export type LlmOptions = Omit<EndpointOptions, "wishes"> & {
  /** Ask for a `<thought>` block, send it as the action's thought and keep it in the conversation. */
  readonly thought: boolean;
  /** Ask for native tool calls instead of JSON. */
  readonly tools: boolean;
  readonly stream: boolean;
  /** How many tokens a request may hold, about. */
  readonly contextTokens: number;
  /** For a million tokens; cost is told only where both are given. */
  readonly priceIn: number | null;
  readonly priceOut: number | null;
};

const MAX_FAULTS = 3;
const MAX_REPETITIONS = 3;
const PRICED_TOKENS = 1_000_000;

export function createLlmAgent(options: LlmOptions): Agent {
  const { thought, tools, stream, model } = options;
  const endpoint = new Endpoint({ ...options, wishes: { tools, stream, jsonOnly: !thought } });
  return { name: "llm", model, begin: (episode) => new LlmPlayer(episode, { options, endpoint }) };
}

class LlmPlayer implements AgentPlayer {
  readonly #options: LlmOptions;
  readonly #endpoint: Endpoint;
  readonly #conversation: Conversation;
  /** The last action as text, and how often in a row it was chosen. */
  #last = { action: "", times: 0 };
  #begun = false;
  #usage: Usage;

  constructor({ observation }: AgentBriefing, { options, endpoint }: { options: LlmOptions; endpoint: Endpoint }) {
    this.#options = options;
    this.#endpoint = endpoint;
    this.#conversation = new Conversation(observation, options);
    const isPriced = options.priceIn !== null && options.priceOut !== null;
    this.#usage = { requests: 0, prompt_tokens: 0, completion_tokens: 0, cost: isPriced ? 0 : null };
  }

  get messages() {
    return this.#conversation.all(this.#endpoint.mode);
  }

  get usage() {
    return this.#usage;
  }

  async act(observation: CodeObservation, signal: AbortSignal): Promise<AgentTurn> {
    if (this.#begun) this.#conversation.observed(observation);
    this.#begun = true;
    if (this.#last.times >= MAX_REPETITIONS) {
      return stopTurn("repetition", `Stopped: the same action ${MAX_REPETITIONS} times in a row: ${this.#last.action}`);
    }
    try {
      return await this.#decide(signal);
    } catch (error) {
      if (error instanceof EndpointError) return stopTurn("error", error.message);
      throw error;
    }
  }

  async #decide(signal: AbortSignal): Promise<AgentTurn> {
    let why = "";
    for (let fault = 0; fault < MAX_FAULTS; fault += 1) {
      const completion = await this.#endpoint.complete((mode) => this.#conversation.toSend(mode), signal);
      this.#account(completion);
      const reading = readAction(completion);
      if (reading.kind === "action") return this.#take(reading);
      why = reading.why;
      this.#conversation.corrected(rawTextOf(completion), askAgain(why, this.#endpoint.mode));
    }
    return stopTurn("parse_errors", `Stopped: ${MAX_FAULTS} answers in a row held no action. ${why}`);
  }

  #take(reading: Extract<Reading, { kind: "action" }>): AgentTurn {
    const { action, written, thought, wrapping } = reading;
    this.#conversation.answered(action, reading);
    const text = JSON.stringify(action);
    this.#last = { action: text, times: text === this.#last.action ? this.#last.times + 1 : 1 };
    return actTurn(this.#options.thought && thought !== null ? { thought, ...written } : written, wrapping);
  }

  #account({ usage }: Completion): void {
    const { requests, prompt_tokens, completion_tokens } = this.#usage;
    const sum = {
      requests: requests + 1,
      prompt_tokens: prompt_tokens + (usage?.prompt_tokens ?? 0),
      completion_tokens: completion_tokens + (usage?.completion_tokens ?? 0),
    };
    this.#usage = { ...sum, cost: this.#costOf(sum) };
  }

  #costOf({ prompt_tokens, completion_tokens }: Omit<Usage, "cost">): number | null {
    const { priceIn, priceOut } = this.#options;
    if (priceIn === null || priceOut === null) return null;
    return (prompt_tokens * priceIn + completion_tokens * priceOut) / PRICED_TOKENS;
  }
}

/** What was said, for the model to see its own mistake; never empty, which some endpoints refuse. */
function rawTextOf({ content, toolCalls }: Completion): string {
  const calls = toolCalls.map((call) => `${call.name}(${call.arguments})`).join("\n");
  return [content, calls].filter((part) => part.trim() !== "").join("\n") || "(nothing)";
}
