/** A WebSocket that says in words why it refuses a frame, before the close code that the protocol demands. */

import { WebSocket } from "ws";
import { TraceFixError } from "../../protocol/protocol.ts";
import type { Dialect } from "./dialect.ts";

const NOT_UTF8 = 1007;
const TOO_BIG = 1009;

/** The class for `ws` to make its sockets of, which calls `close` by itself on a frame it cannot take. */
export function explainingSocket(maxMessageBytes: number, dialect: Dialect): typeof WebSocket {
  const explanations: Readonly<Record<number, string>> = {
    [NOT_UTF8]: "The message is not UTF-8",
    [TOO_BIG]: `The message is larger than the ${maxMessageBytes} bytes that this server takes (MAX_MESSAGE_BYTES)`,
  };
  return class ExplainingSocket extends WebSocket {
    override close(code?: number, reason?: string | Buffer): void {
      const why = explanations[code ?? 0];
      if (why === undefined || this.readyState !== WebSocket.OPEN) return super.close(code, reason);
      this.send(dialect.errorText(new TraceFixError("SESSION_ERROR", why)));
      super.close(code, why);
    }
  };
}
