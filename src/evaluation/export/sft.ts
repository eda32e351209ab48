/** Episodes as examples for supervised fine-tuning: the conversational form that TRL and others load. */
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import { conversationOf, lessonOf } from "./conversation.ts";
import { toolsColumn, toTrainingForm } from "./training-form.ts";

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
