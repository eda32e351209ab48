/** Cuts a conversation to a budget of tokens: old observations first, then old turns; the task and the last turn stay. */
import type { ChatMessage } from "../../protocol/protocol.ts";

/** Code and English come to three characters a token or more in the tokenizers in use, so this counts too many, never too few. */
const CHARACTERS_PER_TOKEN = 3;
/** What a message costs besides its words. */
const TOKENS_PER_MESSAGE = 8;
/** The system prompt, and the message that begins the episode. */
const TASK_MESSAGES = 2;

export const LEFT_OUT = "(An older observation was left out here to save room.)";

/** Gives the same messages when they fit. */
export function fitToBudget(messages: readonly ChatMessage[], budget: number): readonly ChatMessage[] {
  let size = messages.reduce((sum, message) => sum + tokensOf(message), 0);
  if (size <= budget) return messages;
  const task = messages.slice(0, TASK_MESSAGES);
  const turns = turnsOf(messages.slice(TASK_MESSAGES));
  const last = turns.pop() ?? [];
  for (const turn of turns) {
    for (const [place, message] of turn.entries()) {
      if (size <= budget) break;
      if (message.role === "assistant") continue;
      turn[place] = { ...message, content: LEFT_OUT };
      size += tokensOf({ ...message, content: LEFT_OUT }) - tokensOf(message);
    }
  }
  while (size > budget && turns.length > 0) {
    const dropped = turns.shift() ?? [];
    size -= dropped.reduce((sum, message) => sum + tokensOf(message), 0);
  }
  return [...task, ...turns.flat(), ...last];
}

export function tokensOf(message: ChatMessage): number {
  const { content, tool_calls } = message;
  const calls = tool_calls === undefined ? 0 : JSON.stringify(tool_calls).length;
  return TOKENS_PER_MESSAGE + Math.ceil(((content ?? "").length + calls) / CHARACTERS_PER_TOKEN);
}

/** A turn is what the model said and what it was told of it; the two are never parted. */
function turnsOf(messages: readonly ChatMessage[]): ChatMessage[][] {
  const turns: ChatMessage[][] = [];
  for (const message of messages) {
    if (message.role === "assistant" || turns.length === 0) turns.push([]);
    turns.at(-1)?.push(message);
  }
  return turns;
}
