/** Chat messages in the form of Inspect's logs. */
import { createHash } from "node:crypto";
import type { ChatMessage } from "../../protocol/protocol.ts";
import { type RecordedCall, toolCallsOf } from "./tool-calls.ts";

/** Inspect wants an id for each message; the same episode gets the same ones. */
export function toInspectMessage(message: ChatMessage, key: string, place: number): object {
  const content = message.content ?? "";
  const id = createHash("sha256").update(`${key}#${place}`).digest("hex").slice(0, 22);
  switch (message.role) {
    case "assistant": {
      const calls = toolCallsOf(message);
      return { id, role: "assistant", content, ...(calls.length > 0 && { tool_calls: calls.map(toInspectCall) }) };
    }
    case "tool":
      return { id, role: "tool", content, tool_call_id: String(message.tool_call_id ?? "") };
    default:
      return { id, role: message.role, content };
  }
}

function toInspectCall({ id, name, text, arguments: parsed }: RecordedCall): object {
  const call = { id, function: name, type: "function" };
  return parsed === null
    ? { ...call, arguments: {}, parse_error: `The arguments are no JSON object: ${text}` }
    : { ...call, arguments: parsed };
}
