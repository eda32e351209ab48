/** Reads a client's frame: text to a message whose every field is known and valid. */
import {
  beginningOf,
  CLIENT_MESSAGES,
  type ClientMessage,
  isFields,
  isToolStep,
  requestIdSchema,
  TraceFixError,
  toolStepMessageSchema,
} from "../../protocol/protocol.ts";
import { JsonError, parseStrictJson } from "../json/strict-json.ts";
import { validationError } from "../validation/issues.ts";

export type FrameFields = Readonly<Record<string, unknown>>;

/** @throws TraceFixError INVALID_JSON, or SESSION_ERROR for JSON that is not an object */
export function parseFrame(text: string): FrameFields {
  const value = parseJson(text);
  if (isFields(value)) return value;
  throw new TraceFixError("SESSION_ERROR", `A message must be a JSON object, not ${kindOf(value)}`);
}

/** The request's name, as far as the frame has one; even an answer that finds fault with the rest repeats it. */
export function frameRequestId(fields: FrameFields): string | undefined {
  // Zod is slow to say no, and most frames have none.
  return fields.request_id == null ? undefined : requestIdSchema.safeParse(fields.request_id).data;
}

/** @throws TraceFixError UNKNOWN_TYPE, VALIDATION_ERROR */
export function readMessage(fields: FrameFields): ClientMessage {
  const { type } = fields;
  if (!isMessageType(type)) throw unknownType(type);
  const schema = asksForTool(fields) ? toolStepMessageSchema : CLIENT_MESSAGES[type];
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  throw validationError(result.error, fields, type === "step" ? { actionField: "data" } : {});
}

/** Whether a step is one of OpenEnv's older clients'. */
function asksForTool({ type, data }: FrameFields): boolean {
  return type === "step" && isFields(data) && isToolStep(data);
}

function parseJson(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw new TraceFixError("INVALID_JSON", `Invalid JSON: ${error.message}`);
    throw error;
  }
}

function isMessageType(type: unknown): type is keyof typeof CLIENT_MESSAGES {
  return typeof type === "string" && Object.hasOwn(CLIENT_MESSAGES, type);
}

function unknownType(type: unknown): TraceFixError {
  const shown = typeof type === "string" ? type : (JSON.stringify(type) ?? "");
  const known = Object.keys(CLIENT_MESSAGES).join(", ");
  return new TraceFixError("UNKNOWN_TYPE", `Unknown message type: ${beginningOf(shown, 100)} (known: ${known})`);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
