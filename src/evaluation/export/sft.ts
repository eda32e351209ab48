/** Episodes as examples for supervised fine-tuning: the conversational form that TRL and others load. */
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import { conversationOf, endWithAnswer } from "./conversation.ts";

/** `{"messages": [{"role": …, "content": …}, …]}`, ending with an answer; null if nothing was answered. */
export function toSftExample(record: EpisodeRecord): object | null {
  const messages = endWithAnswer(conversationOf(record));
  return messages.length === 0 ? null : { messages };
}
