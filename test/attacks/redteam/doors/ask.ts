/** Requests to any door of a server, with any header: one answer each, never a redirect followed, never without an end. */
import { once } from "node:events";
import { type IncomingMessage, type OutgoingHttpHeaders, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { WebSocket } from "ws";
import type { Target } from "../check.ts";

const LIMIT_MS = 60_000;
const JSON_TYPE = { "content-type": "application/json" };

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

export interface Question {
  readonly headers?: OutgoingHttpHeaders;
  /** Sent as it is if it is text or bytes, else as JSON. */
  readonly body?: unknown;
}

export async function ask(target: Target, door: string, { headers = {}, body }: Question = {}): Promise<Answer> {
  const [method, path] = door.split(" ");
  const url = new URL(`${target.http}${path}`);
  const send = url.protocol === "https:" ? secureRequest : plainRequest;
  const isJson = body !== undefined && typeof body !== "string" && !Buffer.isBuffer(body);
  const sent = send(url, {
    method,
    agent: false,
    headers: { ...(isJson && JSON_TYPE), ...headers },
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  // A server may answer and hang up before it has read all; what it said is what counts.
  sent.on("error", () => undefined);
  const answered = once(sent, "response");
  sent.end(isJson ? JSON.stringify(body) : body);
  const [response]: IncomingMessage[] = await answered;
  if (response === undefined) throw new Error(`No answer came from ${door}`);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() };
}

/** A request of the Model Context Protocol over HTTP. */
export async function rpc(target: Target, method: string, params: object, headers: OutgoingHttpHeaders = {}) {
  const body = { jsonrpc: "2.0", id: 1, method, params };
  const answer = await ask(target, "POST /mcp", { body, headers: { accept: "application/json", ...headers } });
  const session = answer.headers["mcp-session-id"];
  return { ...answer, session: typeof session === "string" ? session : undefined };
}

export function callTool(target: Target, name: string, values: object, headers: OutgoingHttpHeaders = {}) {
  return rpc(target, "tools/call", { name, arguments: values }, headers);
}

/** Opens a socket. @returns it, or the reason why it did not open */
export async function knock(
  target: Target,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<WebSocket | string> {
  const socket = new WebSocket(`${target.ws}${path}`, { headers, handshakeTimeout: LIMIT_MS });
  try {
    await once(socket, "open");
    socket.on("error", () => undefined);
    return socket;
  } catch (error) {
    return String(error);
  }
}
