/** The WebSocket of whatever runs the client: a browser, Deno or Bun have one, and Node has the package `ws`. */
import { tokenProtocols } from "../protocol/protocol.ts";
import { ClientError } from "./client-error.ts";

/** What all of those have in common. */
export interface ClientSocket {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: unknown; readonly error?: unknown }) => void) | null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
  /** Ends the connection without a goodbye, where that can be done. */
  terminate?(): void;
}

type SocketClass = new (url: string, options?: object | string[], more?: object) => ClientSocket;

/** What a connection is begun with, beside its address. */
export interface SocketWishes {
  readonly headers?: Readonly<Record<string, string>>;
  /** One that the server gave out; null for none. */
  readonly token?: string | null;
}

/** What there may be of Node, as far as it is looked at. */
interface Runtime {
  readonly WebSocket?: SocketClass;
  readonly process?: {
    readonly versions?: { readonly node?: string; readonly deno?: string; readonly bun?: string };
    getBuiltinModule?(name: "node:module"): {
      createRequire(from: string): (name: string) => { WebSocket: SocketClass };
    };
  };
}

/**
 * Begins to connect. @throws ClientError UNREACHABLE where there is no WebSocket, or none that takes headers
 *
 * ```ts
 * const socket = openSocket("ws://localhost:7860/ws");
 * await new Promise((resolve) => {
 *   socket.onopen = resolve;
 * });
 * socket.close(1000) // undefined
 * ```
 */
export function openSocket(url: string, { headers: given = {}, token = null }: SocketWishes = {}): ClientSocket {
  const runtime: Runtime = globalThis as Runtime;
  const nodes = socketOfNode(runtime);
  if (nodes !== null) {
    const bearer = token === null ? {} : { authorization: `Bearer ${token}` };
    return new nodes(url, { headers: { ...bearer, ...given }, perMessageDeflate: false });
  }
  const { WebSocket } = runtime;
  if (WebSocket === undefined) {
    throw new ClientError(
      "UNREACHABLE",
      `Cannot connect to ${url}: nothing here has a WebSocket; take Node 20 or newer`,
    );
  }
  // No browser lets a page send a header: there a token goes as a subprotocol.
  const protocols = token === null ? [] : tokenProtocols(token);
  if (Object.keys(given).length === 0) return new WebSocket(url, protocols);
  try {
    return new WebSocket(url, { headers: given, protocols });
  } catch (error) {
    const message = `Cannot connect to ${url} with headers: browsers let no page send any; leave them out`;
    throw new ClientError("UNREACHABLE", message, { cause: error });
  }
}

/** Node's own is younger than some Nodes, and says less. It is looked up by name, so that no bundle for others has it. */
function socketOfNode({ process }: Runtime): SocketClass | null {
  const { node, deno, bun } = process?.versions ?? {};
  if (node === undefined || deno !== undefined || bun !== undefined) return null;
  return process?.getBuiltinModule?.("node:module").createRequire(import.meta.url)("ws").WebSocket ?? null;
}
