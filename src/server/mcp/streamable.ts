/** The Model Context Protocol itself, over streamable HTTP with plain JSON answers: for clients that are not OpenEnv's. */
import type { BaseLogger } from "pino";
import {
  beginningOf,
  initializeParamsSchema,
  MCP_VERSIONS,
  mcpMessageSchema,
  RPC_ERRORS,
  type RpcId,
  START_EPISODE,
  TraceFixError,
} from "../../protocol/protocol.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import { ENVIRONMENT_CARD } from "../about.ts";
import { type ToolCall, type Tools, UnknownToolError } from "./call-tool.ts";
import { type JsonObject, readRpcShape, toolCallOf } from "./read-rpc.ts";
import { type RpcAnswer, RpcError, rpcFailure, rpcResult } from "./rpc.ts";
import { mcpErrorResult, mcpResult } from "./tool-result.ts";

export interface StreamableContext {
  readonly sessions: HeldSessions;
  readonly tools: Tools;
  /** The session that the request's header names; null for a request without one. */
  readonly session: Session | null;
  /** Names the client that a session of this request counts for. */
  readonly client: string;
  /** Aborted when the client hangs up. */
  readonly gone?: AbortSignal;
  readonly log: Pick<BaseLogger, "warn" | "error">;
}

export interface StreamableAnswer {
  /** Null for what needs no answer. */
  readonly body: RpcAnswer | null;
  /** The session that this answer begins. */
  readonly sessionId?: string;
}

/** Whether a request without a session's header comes from such a client: OpenEnv's never send these. */
export function isStreamable({ method }: JsonObject): boolean {
  if (typeof method !== "string") return false;
  return method === "initialize" || method === "ping" || method.startsWith("notifications/");
}

/** Never rejects. */
export async function answerStreamable(fields: JsonObject, context: StreamableContext): Promise<StreamableAnswer> {
  let id: RpcId = null;
  try {
    // The answer to a request of ours; we make none.
    if (fields.method === undefined && ("result" in fields || "error" in fields)) return { body: null };
    const what = "Invalid request";
    const message = readRpcShape(mcpMessageSchema, fields, { code: RPC_ERRORS.INVALID_REQUEST, what });
    if (message.id == null) return { body: null };
    id = message.id;
    const params = message.params ?? {};
    if (message.method === "initialize") return await initialize(id, params, context);
    return { body: rpcResult(id, await answer(message.method, params, context)) };
  } catch (error) {
    return { body: rpcFailure(id, error, context.log) };
  }
}

async function initialize(
  id: RpcId,
  params: JsonObject,
  { sessions, session, client, gone }: StreamableContext,
): Promise<StreamableAnswer> {
  const fault = { code: RPC_ERRORS.INVALID_PARAMS, what: "Invalid params" };
  const { protocolVersion: asked } = readRpcShape(initializeParamsSchema, params, fault);
  const { key } = session ?? (await sessions.open({ client, gone }));
  const result = {
    protocolVersion: MCP_VERSIONS.find((version) => version === asked) ?? MCP_VERSIONS[0],
    capabilities: { tools: {} },
    serverInfo: { name: ENVIRONMENT_CARD.name, version: ENVIRONMENT_CARD.version ?? "" },
    instructions: INSTRUCTIONS,
  };
  return { body: rpcResult(id, result), sessionId: key };
}

const INSTRUCTIONS =
  `A small program has a bug: find it, repair it, prove it, hand it in. Call ${START_EPISODE} first; it answers with ` +
  "the rules and the code. Then run_tests, replace_lines, run_tests, submit.";

async function answer(method: string, params: JsonObject, { session, tools }: StreamableContext): Promise<unknown> {
  switch (method) {
    case "ping":
      return {};
    case "tools/list":
      return { tools: tools.listings };
    case "tools/call":
      return callForModel(toolCallOf(params), { session: session ?? noSession(), tools });
    default:
      throw new RpcError(RPC_ERRORS.METHOD_NOT_FOUND, `Method not found: ${beginningOf(method, 100)}`);
  }
}

/** What fails although the tool exists is a result, which the model reads; an error would stay with its client. */
async function callForModel(
  call: ToolCall,
  { session, tools }: { readonly session: Session; readonly tools: Tools },
): Promise<unknown> {
  try {
    return mcpResult(await tools.call(session, call, { beginsEpisodes: true }));
  } catch (error) {
    if (error instanceof UnknownToolError) throw new RpcError(RPC_ERRORS.INVALID_PARAMS, error.message);
    if (error instanceof TraceFixError && error.code !== "SESSION_ERROR") return mcpErrorResult(error.message);
    throw error;
  }
}

function noSession(): never {
  throw new RpcError(RPC_ERRORS.INVALID_REQUEST, "Invalid request: send initialize first");
}
