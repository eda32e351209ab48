/**
 * Requests that would rather go on in another protocol than WebSocket, such as the `Upgrade: h2c` that Java's client sends
 * first. A server may ignore that wish (RFC 9110, section 7.8); Node hands such a request over instead of serving it.
 */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

export function wantsWebSocket({ headers }: Pick<IncomingMessage, "headers">): boolean {
  return headers.upgrade?.trim().toLowerCase() === "websocket";
}

interface Upgraded {
  readonly stream: Duplex;
  /** What came behind the head of the request. */
  readonly head: Buffer;
}

/** Serves the request as if it had not named another protocol: it is read once more, from its beginning. */
export function serveWithoutUpgrade(server: Server, request: IncomingMessage, { stream, head }: Upgraded): void {
  const { method, url, httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = "", value = ""] = [rawHeaders[at], rawHeaders[at + 1]];
    if (!OF_UPGRADES.test(name)) lines.push(`${name}: ${value}`);
  }
  if (/\bclose\b/i.test(request.headers.connection ?? "")) lines.push("Connection: close");
  stream.unshift(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), head]));
  server.emit("connection", stream);
}

const OF_UPGRADES = /^(?:upgrade|connection|http2-settings)$/i;
