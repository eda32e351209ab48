/** Answers a request for a WebSocket that is not granted, as any other request would be answered. */
import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { jsonText } from "../json/json-text.ts";
import { LOGGED_ID, logAnswer, REQUEST_ID_HEADER, requestIdOf } from "../request-id.ts";

export interface UpgradeRefusal {
  readonly status: number;
  readonly detail?: string;
  readonly headers?: readonly string[];
}

/** Where the request came in, and who hears of it. */
export interface Refused {
  readonly request: IncomingMessage;
  readonly stream: Duplex;
  readonly log: Logger;
}

export function refuseUpgrade(refused: Refused, { status, detail, headers = [] }: UpgradeRefusal): void {
  const { request, stream, log } = refused;
  const reason = STATUS_CODES[status] ?? "";
  const body = jsonText({ detail: detail ?? reason });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    `${REQUEST_ID_HEADER}: ${requestIdOf(request)}`,
    ...(status === 503 ? ["retry-after: 1"] : []),
    ...headers,
    "connection: close",
  ];
  logUpgrade(log, request, status);
  stream.on("error", () => stream.destroy());
  // Nobody else closes a socket that has left HTTP: a client that keeps its own end open would hold it for ever.
  stream.once("finish", () => stream.destroy());
  stream.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

/** @param status 101 where the upgrade was granted */
export function logUpgrade(log: Logger, request: IncomingMessage, status: number): void {
  const { method, headers, url = "/" } = request;
  // The query may hold what is nobody's business, and a path any text at all.
  const [path = "/"] = url.split("?");
  logAnswer(log, headers, {
    [LOGGED_ID]: requestIdOf(request),
    method,
    route: withoutNames(path).slice(0, 100),
    status,
  });
}

/** However a path is written: what may be the secret name of a session is nobody's business either. */
function withoutNames(path: string): string {
  return path.replace(/\/s\/+[^/]*/gi, "/s/…");
}
