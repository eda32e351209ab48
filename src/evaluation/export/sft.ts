/** Episodes as examples for supervised fine-tuning: the conversational form that TRL and others load. */
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import { conversationOf, endWithAnswer } from "./conversation.ts";
import { toolsColumn, toTrainingForm } from "./training-form.ts";

/**
 * `{"messages": [{"role": …, "content": …}, …]}`, ending with an answer, and `"tools"` where it calls tools; null if
 * nothing was answered.
 * @throws UnreadableCall
 */
export function toSftExample(record: EpisodeRecord): object | null {
  const messages = toTrainingForm(endWithAnswer(conversationOf(record)));
  return messages.length === 0 ? null : { messages, ...toolsColumn(messages) };
}
