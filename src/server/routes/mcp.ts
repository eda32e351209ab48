/**
 * `/mcp` for both kinds of client. What has an `Mcp-Session-Id`, or begins such a session, speaks the Model Context
 * Protocol; everything else is OpenEnv's dialect and always answered with 200.
 */
import type { IncomingMessage } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { errorCodeOf } from "../../ground/error-code.ts";
import { beginningOf, MCP_VERSIONS, RPC_ERRORS, rpcResponseSchema, TraceFixError } from "../../protocol/protocol.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import { whenGone } from "../clients/when-gone.ts";
import { answerError } from "../errors/answer-error.ts";
import type { RequestBodies } from "../incoming/request-bodies.ts";
import type { Tools } from "../mcp/call-tool.ts";
import { answerOpenEnv } from "../mcp/openenv-dialect.ts";
import { parseRpc } from "../mcp/read-rpc.ts";
import { RpcError, rpcFailure } from "../mcp/rpc.ts";
import { answerStreamable, isStreamable } from "../mcp/streamable.ts";
import type { App } from "./app.ts";

const SESSION_HEADER = "mcp-session-id";
const VERSION_HEADER = "mcp-protocol-version";

const POST = {
  tags: ["MCP"],
  summary: "Tools by JSON-RPC",
  description:
    "OpenEnv's dialect: `tools/list`, `tools/call`, `openenv/session/create`, `openenv/session/close`; `params.session_id` " +
    "names the session, and errors are JSON-RPC's, with status 200. Or the Model Context Protocol over streamable HTTP: " +
    "begin with `initialize`, and send the answer's `Mcp-Session-Id` header with all that follows.",
  response: { 200: rpcResponseSchema },
};
const DELETE = { tags: ["MCP"], summary: "End the session that the Mcp-Session-Id header names" };

export interface McpOptions {
  readonly sessions: HeldSessions;
  readonly tools: Tools;
  readonly identity: ClientIdentity;
  readonly bodies: RequestBodies;
}

export async function addMcp(app: App, { sessions, tools, identity, bodies }: McpOptions): Promise<void> {
  await app.register(async (scope) => {
    // Bodies that are no JSON object are answered in JSON-RPC here, whatever their content type.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (request: FastifyRequest, payload: IncomingMessage) =>
      bodies.read(request, payload),
    );
    scope.setErrorHandler(answerMcpError);
    scope.post("/mcp", { schema: POST }, (request, reply) => {
      const client = identity.of(request.raw);
      return answerPost(request, reply, { sessions, tools, client });
    });
    // It is no message of JSON-RPC.
    scope.delete("/mcp", { schema: DELETE, errorHandler: answerError }, async (request, reply) => {
      const end = await sessions.close(headerOf(request, SESSION_HEADER) ?? "");
      return end === null ? reply.code(404).send(unknownSession()) : reply.code(204).send();
    });
  });
}

interface Asker {
  readonly sessions: HeldSessions;
  readonly tools: Tools;
  readonly client: string;
}

async function answerPost(request: FastifyRequest, reply: FastifyReply, asker: Asker): Promise<unknown> {
  const { sessions } = asker;
  const { log } = request;
  const id = headerOf(request, SESSION_HEADER);
  const session = id === null ? null : await sessions.recall(id, { client: asker.client });
  if (session === undefined) return reply.code(404).send(unknownSession());
  const version = headerOf(request, VERSION_HEADER);
  if (session && version !== null && !MCP_VERSIONS.some((known) => known === version)) {
    return reply.code(400).send(unknownVersion(version));
  }

  const fields = parseRpc(textOf(request.body));
  const gone = whenGone(reply.raw);
  const { body, sessionId } =
    !session && !isStreamable(fields)
      ? await answerOpenEnv(fields, { ...asker, own: null, gone, log })
      : await answerStreamable(fields, { ...asker, session, gone, log });
  if (sessionId !== undefined) reply.header(SESSION_HEADER, sessionId);
  return body ?? reply.code(202).send();
}

function headerOf({ headers }: FastifyRequest, name: string): string | null {
  const value = headers[name];
  return typeof value === "string" ? value : null;
}

function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body)) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new RpcError(RPC_ERRORS.PARSE_ERROR, "Parse error: the body is not UTF-8");
  }
}

function answerMcpError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  // Who is past its limit is told so as at every other door.
  if (error instanceof TraceFixError && error.status === 429) return answerError(error, request, reply);
  const tooLarge = errorCodeOf(error) === "FST_ERR_CTP_BODY_TOO_LARGE";
  const message = "Invalid request: the body is larger than the server takes (MAX_MESSAGE_BYTES)";
  const told = tooLarge ? new RpcError(RPC_ERRORS.INVALID_REQUEST, message) : error;
  const isStreamableClient = headerOf(request, SESSION_HEADER) !== null;
  reply.code(isStreamableClient ? 400 : 200).send(rpcFailure(null, told, request.log));
}

/** On this status a client begins a new session by itself. */
function unknownSession() {
  const message = "Session not found: it was closed or was idle for too long; send initialize to begin another";
  return { jsonrpc: "2.0", id: null, error: { code: -32001, message, data: null } } as const;
}

function unknownVersion(version: string) {
  const known = MCP_VERSIONS.join(", ");
  const message = `Bad Request: unsupported protocol version ${beginningOf(version, 100)} (known: ${known})`;
  return { jsonrpc: "2.0", id: null, error: { code: RPC_ERRORS.SERVER_ERROR, message, data: null } } as const;
}
