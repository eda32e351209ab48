/** An episode as a conversation, for training and for looking at. */
import { Conversation } from "../../agents/llm/conversation.ts";
import type { ChatMessage, EpisodeRecord, StepData } from "../../protocol/protocol.ts";

/**
 * What was said to and by the model, as it was recorded. Without a model the conversation that one could have had with our
 * runner, word for word, so that a teacher's episodes and a model's begin alike.
 * @param tools whether that model would have called tools
 */
export function conversationOf(record: EpisodeRecord, { tools }: { readonly tools: boolean }): readonly ChatMessage[] {
  const { messages, initial_observation: start, steps } = record;
  if (messages.length > 0) return messages;
  const thought = steps.some(({ action }) => thoughtOf(action) !== null);
  const conversation = new Conversation(start, { thought, contextTokens: Number.POSITIVE_INFINITY });
  for (const [place, { action, observation }] of steps.entries()) {
    const { thought: _, ...fields } = action;
    conversation.answered(fields, { thought: thoughtOf(action), callId: tools ? `call_${place}` : null });
    conversation.observed(observation);
  }
  return conversation.all(tools ? "tools" : "text");
}

/**
 * What there is to learn from: without answers that held no action and what was said of them, and without what follows the
 * last answer.
 */
export function lessonOf(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const taken = messages.filter((message, place) => {
    return message.is_correction !== true && messages[place + 1]?.is_correction !== true;
  });
  return taken.slice(0, taken.findLastIndex(({ role }) => role === "assistant") + 1);
}

function thoughtOf({ thought }: StepData): string | null {
  return typeof thought === "string" ? thought : null;
}
