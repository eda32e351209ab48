/** Where a server's WebSocket is, from whatever address a person writes. */
import { ClientError } from "./client-error.ts";

const SOCKET_PROTOCOLS: Readonly<Record<string, string>> = {
  "http:": "ws:",
  "https:": "wss:",
  "ws:": "ws:",
  "wss:": "wss:",
};

/**
 * `http://host:port`, `https://host/base`, `ws://host/ws` and `host:port` all lead to the server's `/ws`.
 * @throws ClientError UNREACHABLE when this is no address
 *
 * ```ts
 * socketAddress("https://host.example/base") // "wss://host.example/base/ws"
 * ```
 */
export function socketAddress(address: string): string {
  const written = address.includes("://") ? address : `http://${address}`;
  const url = URL.canParse(written) ? new URL(written) : null;
  const protocol = SOCKET_PROTOCOLS[url?.protocol ?? ""];
  if (url === null || protocol === undefined) {
    throw new ClientError(
      "UNREACHABLE",
      `Cannot connect to ${address}: write an address such as http://localhost:7860`,
    );
  }
  const path = url.pathname.replace(/\/+$/, "");
  return `${protocol}//${url.host}${path.endsWith("/ws") ? path : `${path}/ws`}${url.search}`;
}

/**
 * The server's address for an agent that wants to be known by its name to those who watch the server.
 *
 * ```ts
 * namedAddress("http://localhost:7860", "my agent") // "http://localhost:7860?agent=my+agent"
 * ```
 */
export function namedAddress(address: string, agent: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams({ agent })}`;
}
