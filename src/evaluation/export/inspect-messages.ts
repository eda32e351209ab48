/** Chat messages in the form of Inspect's logs. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { ChatMessage } from "../../protocol/protocol.ts";

/** A tool call as OpenAI-compatible endpoints write it. */
const toolCallSchema = z.object({
  id: z.string(),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

/** Inspect wants an id for each message; the same episode gets the same ones. */
export function toInspectMessage(message: ChatMessage, key: string, place: number): object {
  const content = message.content ?? "";
  const id = createHash("sha256").update(`${key}#${place}`).digest("hex").slice(0, 22);
  switch (message.role) {
    case "assistant": {
      const calls = z.array(toolCallSchema).safeParse(message.tool_calls);
      return { id, role: "assistant", content, ...(calls.success && { tool_calls: calls.data.map(toInspectCall) }) };
    }
    case "tool":
      return { id, role: "tool", content, tool_call_id: String(message.tool_call_id ?? "") };
    default:
      return { id, role: message.role, content };
  }
}

function toInspectCall({ id, function: { name, arguments: text } }: z.infer<typeof toolCallSchema>): object {
  const parsed = parseObject(text);
  const call = { id, function: name, type: "function" };
  return parsed === null
    ? { ...call, arguments: {}, parse_error: `The arguments are no JSON object: ${text}` }
    : { ...call, arguments: parsed };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    return null;
  }
}
