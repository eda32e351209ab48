/** Reads JSON-RPC requests in OpenEnv's dialect, and the parameters of its methods. */
import { z } from "zod";
import {
  issueSchema,
  NO_ARGUMENTS,
  RPC_ERRORS,
  type RpcRequest,
  rpcRequestSchema,
  sessionParamsSchema,
  toolCallParamsSchema,
} from "../../protocol/protocol.ts";
import { JsonError, parseStrictJson } from "../json/strict-json.ts";
import { inWords, validationError } from "../validation/issues.ts";
import type { ToolCall } from "./call-tool.ts";
import { RpcError } from "./rpc.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws RpcError for text that is not one JSON object; batches are not taken */
export function parseRpc(text: string): JsonObject {
  const value = parse(text);
  const result = z.record(z.string(), z.unknown()).safeParse(value);
  if (result.success) return result.data;
  throw new RpcError(RPC_ERRORS.PARSE_ERROR, "Parse error: send one JSON object");
}

/** @throws RpcError INVALID_REQUEST */
export function readRequest(fields: JsonObject): RpcRequest {
  return readRpcShape(rpcRequestSchema, fields, { code: RPC_ERRORS.INVALID_REQUEST, what: "Invalid request" });
}

/** The session that the request names; null if it names none. @throws RpcError INVALID_PARAMS */
export function sessionIdOf({ params = {} }: RpcRequest): string | null {
  return readRpcShape(sessionParamsSchema, params, INVALID_PARAMS).session_id ?? null;
}

/** @throws RpcError INVALID_PARAMS */
export function toolCallOf(params: JsonObject): ToolCall {
  if (!params.name) throw new RpcError(RPC_ERRORS.INVALID_PARAMS, "Missing 'name' in params");
  const call = readRpcShape(toolCallParamsSchema, params, INVALID_PARAMS);
  return { name: call.name, ...(call.arguments ?? NO_ARGUMENTS) };
}

interface RpcFault {
  readonly code: (typeof RPC_ERRORS)[keyof typeof RPC_ERRORS];
  readonly what: string;
}

const INVALID_PARAMS: RpcFault = { code: RPC_ERRORS.INVALID_PARAMS, what: "Invalid params" };

/** @throws RpcError that says what is wrong with which field */
export function readRpcShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { code, what }: RpcFault,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { details } = validationError(result.error, value);
  const issues = issueSchema.array().parse(details.errors);
  throw new RpcError(code, `${what}: ${issues.map(inWords).join("; ")}`);
}

function parse(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw new RpcError(RPC_ERRORS.PARSE_ERROR, `Parse error: ${error.message}`);
    throw error;
  }
}
