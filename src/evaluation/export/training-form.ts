/** A conversation as trainers load it: what chat templates take, and nothing that differs between equal conversations. */
import { type ToolDefinition, toolDefinitions } from "../../agents/llm/tools.ts";
import type { ChatMessage, EpisodeRecord } from "../../protocol/protocol.ts";
import { conversationOf, lessonOf } from "./conversation.ts";
import { toolCallsOf } from "./tool-calls.ts";

export type TrainingMessage = Readonly<Record<string, unknown>> & { readonly role: ChatMessage["role"] };

/**
 * Arguments are objects, because templates write them as JSON themselves; no content is null, because some join it to
 * text; and a result names its tool.
 * @throws UnreadableCall
 */
export function toTrainingForm(messages: readonly ChatMessage[]): readonly TrainingMessage[] {
  const calls = new Map<string, { readonly id: string; readonly name: string }>();
  let count = 0;
  return messages.map((message): TrainingMessage => {
    const { role } = message;
    const content = message.content ?? "";
    if (role === "tool") {
      const { id: tool_call_id, name } = calls.get(String(message.tool_call_id)) ?? {};
      return { role, ...(name !== undefined && { name, tool_call_id }), content };
    }
    const made = toolCallsOf(message);
    if (made.length === 0) return { role, content };
    const tool_calls = made.map(({ id: recorded, name, arguments: given }) => {
      if (given === null) throw new UnreadableCall("The arguments of a tool call are no JSON object");
      count += 1;
      const id = placeId(count);
      calls.set(recorded, { id, name });
      return { id, type: "function", function: { name, arguments: given } };
    });
    return { role, content, tool_calls };
  });
}

/** A tool call that no chat template could write. */
export class UnreadableCall extends Error {}

/** The column `tools`, where tools were called: templates show the model what a run showed it. */
export function toolsColumn(messages: readonly TrainingMessage[]): { readonly tools?: readonly ToolDefinition[] } {
  return messages.some((message) => "tool_calls" in message) ? { tools: toolDefinitions() } : {};
}

/** By its place in the conversation, for endpoints draw theirs. Nine letters and digits: Mistral's templates take no others. */
function placeId(place: number): string {
  return `call${String(place).padStart(5, "0")}`;
}

/**
 * `{"messages": [{"role": …, "content": …}, …]}`, ending with an answer, and `"tools"` where it calls tools; null if
 * nothing was answered.
 * @param form how an agent without a model speaks
 * @throws UnreadableCall
 */
export function toSftExample(record: EpisodeRecord, form: { readonly tools: boolean }): object | null {
  const messages = toTrainingForm(lessonOf(conversationOf(record, form)));
  return messages.length === 0 ? null : { messages, ...toolsColumn(messages) };
}
