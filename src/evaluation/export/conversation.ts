/** An episode as a conversation, for training and for looking at. */
import type { ChatMessage, EpisodeRecord } from "../../protocol/protocol.ts";

/**
 * What was said to and by the model, as it was recorded. Without a model the conversation that one could have had: the
 * prompt, then each report as the user's words and each action as the assistant's.
 */
export function conversationOf({ messages, initial_observation: start, steps }: EpisodeRecord): readonly ChatMessage[] {
  if (messages.length > 0) return messages;
  const prompt = "system_prompt" in start.metadata ? start.metadata.system_prompt : "";
  return [
    { role: "system", content: prompt },
    { role: "user", content: start.last_execution_output },
    ...steps.flatMap(({ action, observation }): ChatMessage[] => [
      { role: "assistant", content: JSON.stringify(action) },
      { role: "user", content: observation.last_execution_output },
    ]),
  ];
}

/** Without what follows the last answer: there is nothing to learn to say after it. */
export function endWithAnswer(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  return messages.slice(0, messages.findLastIndex(({ role }) => role === "assistant") + 1);
}
