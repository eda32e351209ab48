/** The tool calls of a recorded message, as endpoints write them. */

import { z } from "zod";
import { parseJson } from "../../ground/parse-json.ts";
import type { ChatMessage } from "../../protocol/protocol.ts";

const callSchema = z.object({
  id: z.string(),
  function: z.object({ name: z.string(), arguments: z.string() }),
});
const argumentsSchema = z.record(z.string(), z.unknown());

export interface RecordedCall {
  readonly id: string;
  readonly name: string;
  /** As it was recorded, JSON if all is well. */
  readonly text: string;
  /** Null if the text is no JSON object. */
  readonly arguments: Readonly<Record<string, unknown>> | null;
}

/** Empty where a message has none, or none that can be read. */
export function toolCallsOf({ role, tool_calls }: ChatMessage): readonly RecordedCall[] {
  const calls = role === "assistant" ? z.array(callSchema).safeParse(tool_calls) : null;
  if (!calls?.success) return [];
  return calls.data.map(({ id, function: { name, arguments: text } }) => {
    return { id, name, text, arguments: argumentsSchema.safeParse(parseJson(text)).data ?? null };
  });
}
