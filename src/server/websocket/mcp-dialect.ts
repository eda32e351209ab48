/** `WS /mcp`: bare JSON-RPC frames, one session a socket. */
import type { Logger } from "pino";
import { RPC_ERRORS } from "../../protocol/protocol.ts";
import type { McpSessions } from "../../sessions/mcp-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import type { Tools } from "../mcp/call-tool.ts";
import { answerOpenEnv } from "../mcp/openenv-dialect.ts";
import { parseRpc } from "../mcp/read-rpc.ts";
import { RpcError, rpcFailure } from "../mcp/rpc.ts";
import type { Dialect, Frame } from "./dialect.ts";
import type { Reply } from "./frames.ts";

export interface McpDialectOptions {
  readonly registry: SessionRegistry;
  readonly sessions: McpSessions;
  readonly tools: Tools;
  readonly log: Logger;
}

export function mcpDialect({ registry, sessions, tools, log }: McpDialectOptions): Dialect {
  const answer = async (frame: Frame, own: Session): Promise<Reply> => {
    try {
      if (frame === null) throw new RpcError(RPC_ERRORS.PARSE_ERROR, "Parse error: a message must be a text frame");
      return reply(await answerOpenEnv(parseRpc(frame), { sessions, tools, own, log }));
    } catch (error) {
      return reply(rpcFailure(null, error, log));
    }
  };
  return {
    enter: () => {
      const own = registry.open();
      return { answer: (frame) => answer(frame, own), leave: () => own.close() };
    },
    errorText: (error) => JSON.stringify(rpcFailure(null, error, log)),
  };
}

function reply(answer: object): Reply {
  return { text: JSON.stringify(answer), last: false };
}
