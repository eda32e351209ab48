/** What a model answered at each step, out of its conversation. */
import type { ChatMessage } from "../../../src/protocol/episode-record.ts";

export interface ModelAnswer {
  readonly text: string;
  /** How often it was asked again before, since an answer held no action. */
  readonly corrections: number;
}

/** The answer that led to each step, in order; none where nobody recorded a conversation. */
export function modelAnswers(messages: readonly ChatMessage[]): readonly ModelAnswer[] {
  const answers: ModelAnswer[] = [];
  let corrections = 0;
  messages.forEach((message, at) => {
    if (message.role !== "assistant") return;
    if (messages[at + 1]?.is_correction) {
      corrections += 1;
      return;
    }
    answers.push({ text: textOf(message), corrections });
    corrections = 0;
  });
  return answers;
}

function textOf({ content, tool_calls }: ChatMessage): string {
  const calls = tool_calls === undefined ? "" : JSON.stringify(tool_calls, null, 2);
  return [content ?? "", calls].filter((part) => part.trim() !== "").join("\n\n");
}
