/** Answers bytes that are no HTTP request, before any route could see them, as every other error is answered. */
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import type { ErrorBody } from "../../protocol/protocol.ts";
import { LOGGED_ID, logAnswer, REQUEST_ID_HEADER } from "../request-id.ts";

/** By the parser's own code; anything else is a 400. */
const REFUSALS: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request was not sent in time"],
  HPE_HEADER_OVERFLOW: [431, "The headers are larger than the server takes"],
};

/** For Fastify's `clientErrorHandler`. The connection cannot be used again, so it is closed. */
export function answerUnreadableRequest(
  this: FastifyInstance,
  error: Error & { readonly code?: string },
  socket: Socket,
): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const [status, detail] = REFUSALS[error.code ?? ""] ?? [400, "The request is not valid HTTP"];
  // Whatever name the request had was not read, so it is given one.
  const id = randomUUID();
  logAnswer(this.log, {}, { [LOGGED_ID]: id, method: null, route: null, status });
  if (socket.writable) socket.write(response(status, id, { detail, code: "VALIDATION_ERROR" }));
  socket.destroy(error);
}

function response(status: number, id: string, error: ErrorBody): string {
  const body = JSON.stringify(error);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    `${REQUEST_ID_HEADER}: ${id}`,
    "connection: close",
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}
