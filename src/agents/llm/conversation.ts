/** What was said between environment and model: kept whole for the record, cut to a budget for the endpoint. */
import type { ChatMessage, CodeObservation, StepData } from "../../protocol/protocol.ts";
import { type Heard, tellStart, tellStep } from "../../words/lean/lean-text.ts";
import type { Mode } from "./endpoint.ts";
import { fitToBudget } from "./fit-to-budget.ts";
import { writeThought } from "./thought.ts";
import { callOf } from "./tools.ts";
import { systemMessage } from "./wording.ts";

export interface ConversationOptions {
  /** Whether thoughts are asked for and kept. */
  readonly thought: boolean;
  /** How many tokens a request may hold, about. */
  readonly contextTokens: number;
}

export class Conversation {
  readonly #start: CodeObservation;
  readonly #options: ConversationOptions;
  readonly #said: ChatMessage[];
  #heard: Heard;
  /** The tool call that the next observation answers. */
  #openCall: string | null = null;

  constructor(start: CodeObservation, options: ConversationOptions) {
    this.#start = start;
    this.#options = options;
    const { text, heard } = tellStart(start);
    this.#heard = heard;
    this.#said = [{ role: "user", content: text }];
  }

  /** Everything, from the first word. */
  all(mode: Mode): readonly ChatMessage[] {
    return [systemMessage(this.#start, { mode, thought: this.#options.thought }), ...this.#said];
  }

  /** What fits: the oldest observations make room first, the task never does. */
  toSend(mode: Mode): readonly ChatMessage[] {
    return fitToBudget(this.all(mode), this.#options.contextTokens).map(asSent);
  }

  /** The model's turn, in the form that the prompt asks for, so that a model learns from its own good examples. */
  answered(action: StepData, { thought, callId }: { thought: string | null; callId: string | null }): void {
    const kept = this.#options.thought ? thought : null;
    this.#openCall = callId;
    if (callId === null) {
      this.#said.push({ role: "assistant", content: writeThought(kept, JSON.stringify(action)) });
      return;
    }
    const content = kept === null ? null : writeThought(kept, "").trimEnd();
    this.#said.push({ role: "assistant", content, tool_calls: [callOf(action, callId)] });
  }

  /** What the action came to. */
  observed(observation: CodeObservation): void {
    const { text: content, heard } = tellStep(observation, this.#heard);
    this.#said.push(
      this.#openCall === null ? { role: "user", content } : { role: "tool", tool_call_id: this.#openCall, content },
    );
    this.#openCall = null;
    this.#heard = heard;
  }

  /** What the model said that is no action, and what it is told of it. */
  corrected(answer: string, correction: string): void {
    this.#said.push({ role: "assistant", content: answer });
    this.#said.push({ role: "user", content: correction, is_correction: true });
  }
}

/** Endpoints may refuse fields that they do not know, so those that they do are named. */
function asSent({ role, content, tool_calls, tool_call_id }: ChatMessage): ChatMessage {
  return {
    role,
    content,
    ...(tool_calls !== undefined && { tool_calls }),
    ...(tool_call_id !== undefined && { tool_call_id }),
  };
}
