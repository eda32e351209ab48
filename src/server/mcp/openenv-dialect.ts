/** OpenEnv's dialect of JSON-RPC: tools, and sessions that are made, named in `params.session_id`, and closed. */
import type { BaseLogger } from "pino";
import { beginningOf, RPC_ERRORS, type RpcId, type RpcRequest } from "../../protocol/protocol.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import type { ToolCall, Tools } from "./call-tool.ts";
import { type JsonObject, readRequest, sessionIdOf, toolCallOf } from "./read-rpc.ts";
import { type McpAnswer, RpcError, rpcFailure, rpcResult } from "./rpc.ts";
import { openEnvResult } from "./tool-result.ts";

export interface RpcContext {
  readonly sessions: HeldSessions;
  readonly tools: Tools;
  /** The session of the socket that the request came by; null over HTTP. */
  readonly own: Session | null;
  /** Names the client that a session of this request counts for. */
  readonly client: string;
  /** What the caller calls the request, where its socket's frame says so: the same one sent twice is one step. */
  readonly requestId?: string | undefined;
  /** Aborted when the one who asked over HTTP hangs up. */
  readonly gone?: AbortSignal;
  readonly log: Pick<BaseLogger, "warn" | "error">;
}

/** Never rejects: what is wrong with the request is an answer too. */
export async function answerOpenEnv(fields: JsonObject, context: RpcContext): Promise<McpAnswer> {
  let id: RpcId = null;
  try {
    const request = readRequest(fields);
    id = request.id ?? null;
    const { result, sessionId } = await answer(request, context);
    return { body: rpcResult(id, result), ...(sessionId !== undefined && { sessionId }) };
  } catch (error) {
    return { body: rpcFailure(id, error, context.log) };
  }
}

interface Answered {
  readonly result: unknown;
  /** The session that the request began. */
  readonly sessionId?: string;
}

async function answer(request: RpcRequest, context: RpcContext): Promise<Answered> {
  switch (request.method) {
    case "openenv/session/create":
      return createSession(context);
    case "openenv/session/close":
      return { result: await closeSession(sessionIdOf(request), context) };
    case "tools/list":
      await findSession(sessionIdOf(request), context);
      return { result: { tools: context.tools.listings } };
    case "tools/call": {
      const call = toolCallOf(request.params ?? {});
      const session = await findSession(sessionIdOf(request), context);
      if (session === null) return callInNewSession(call, context);
      const options = { beginsEpisodes: true, requestId: context.requestId };
      return { result: openEnvResult(await context.tools.call(session, call, options)) };
    }
    default:
      throw new RpcError(RPC_ERRORS.METHOD_NOT_FOUND, `Method not found: ${beginningOf(request.method, 100)}`);
  }
}

async function createSession({ own, sessions, client, gone }: RpcContext): Promise<Answered> {
  if (own === null) {
    const { key } = await sessions.open({ client, gone });
    return { result: { session_id: key }, sessionId: key };
  }
  await own.enter();
  return { result: { session_id: own.key } };
}

/** Anyone who names no session gets one of its own: it is never handed somebody else's. One that nobody learns of ends at once. */
async function callInNewSession(call: ToolCall, { sessions, tools, client, gone }: RpcContext): Promise<Answered> {
  const session = await sessions.open({ client, gone });
  try {
    const outcome = await tools.call(session, call, { beginsEpisodes: true });
    return { result: openEnvResult(outcome, session.key), sessionId: session.key };
  } catch (error) {
    await sessions.close(session.key);
    throw error;
  }
}

/** The session that is meant; null if none is named and the request came by no socket. */
async function findSession(id: string | null, { sessions, own, client }: RpcContext): Promise<Session | null> {
  if (id === null) return own;
  return (await sessions.recall(id, { client })) ?? unknownSession(id);
}

async function closeSession(id: string | null, { sessions, own }: RpcContext) {
  if (!id) throw new RpcError(RPC_ERRORS.INVALID_PARAMS, "Invalid params - 'session_id' is required");
  if (id === own?.key) {
    const message = "Cannot close active WebSocket-managed session via MCP method: close the socket";
    throw new RpcError(RPC_ERRORS.INVALID_REQUEST, message);
  }
  const end = (await sessions.close(id)) ?? unknownSession(id);
  return end === "closed" ? { session_id: id, closed: true } : { session_id: id, closed: false, closing: true };
}

function unknownSession(id: string): never {
  throw new RpcError(RPC_ERRORS.INVALID_PARAMS, `Unknown session_id: ${beginningOf(id, 100)}`);
}
