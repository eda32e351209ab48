/** JSON-RPC 2.0 as `/mcp` speaks it, in OpenEnv's dialect and in that of the Model Context Protocol itself. */
import { z } from "zod";
import { wellFormedText } from "./text.ts";
import { argumentsSchema } from "./tool-arguments.ts";

export const RPC_ERRORS = {
  PARSE_ERROR: -32700,
  INVALID_REQUEST: -32600,
  METHOD_NOT_FOUND: -32601,
  INVALID_PARAMS: -32602,
  INTERNAL_ERROR: -32603,
  /** No session can be had: all are taken, or no environment could be made. */
  SERVER_ERROR: -32000,
} as const;
export type RpcErrorCode = (typeof RPC_ERRORS)[keyof typeof RPC_ERRORS];

/** An answer repeats it, so it is bounded. */
const rpcIdSchema = z.union([wellFormedText.max(1000), z.number()]).nullable();
export type RpcId = z.infer<typeof rpcIdSchema>;

const fields = {
  jsonrpc: z.literal("2.0"),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  id: rpcIdSchema.optional(),
};

/** OpenEnv's dialect, which takes no further field. */
export const rpcRequestSchema = z.strictObject(fields);
export type RpcRequest = z.infer<typeof rpcRequestSchema>;

/** What a client of the Model Context Protocol sends: it may say more than we know. */
export const mcpMessageSchema = z.looseObject(fields);

/** Newest first: it is offered to a client that asks for one we do not know. */
export const MCP_VERSIONS = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"] as const;

export const initializeParamsSchema = z.looseObject({ protocolVersion: z.string() });

/** `params` of any method: which session is meant, if one is named. */
export const sessionParamsSchema = z.looseObject({ session_id: z.string().nullish() });

/** `params` of `tools/call`. */
export const toolCallParamsSchema = z.looseObject({
  name: z.string().min(1),
  arguments: argumentsSchema,
});

/** What any client may post to `/mcp`, for the description of the HTTP interface only: all of it is answered. */
export const rpcResponseSchema = z.looseObject({
  jsonrpc: z.literal("2.0"),
  id: rpcIdSchema,
  result: z.unknown().optional(),
  error: z.strictObject({ code: z.int(), message: z.string(), data: z.unknown() }).optional(),
});
