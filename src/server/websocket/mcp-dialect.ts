/** `WS /mcp`: bare JSON-RPC frames, one session a socket. */
import type { Logger } from "pino";
import { RPC_ERRORS } from "../../protocol/protocol.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import { jsonText } from "../json/json-text.ts";
import type { Tools } from "../mcp/call-tool.ts";
import { answerOpenEnv } from "../mcp/openenv-dialect.ts";
import { parseRpc } from "../mcp/read-rpc.ts";
import { RpcError, rpcFailure } from "../mcp/rpc.ts";
import type { Dialect, Frame } from "./dialect.ts";
import type { Reply } from "./frames.ts";
import { takeSeat } from "./socket-seat.ts";

export interface McpDialectOptions {
  readonly registry: SessionRegistry;
  readonly sessions: HeldSessions;
  readonly tools: Tools;
  readonly log: Logger;
}

interface Socket {
  readonly own: Session;
  readonly client: string;
}

export function mcpDialect({ registry, sessions, tools, log }: McpDialectOptions): Dialect {
  const answer = async (frame: Frame, { own, client }: Socket): Promise<Reply> => {
    try {
      if (frame === null) throw new RpcError(RPC_ERRORS.PARSE_ERROR, "Parse error: a message must be a text frame");
      return reply((await answerOpenEnv(parseRpc(frame), { sessions, tools, own, client, log })).body);
    } catch (error) {
      return reply(rpcFailure(null, error, log));
    }
  };
  return {
    rights: ["play"],
    enter: ({ request, client, refuse, oust }) => {
      // Another session than that of `/ws` under this name: who plays here has no say in which episode it is.
      const wishes = { use: "mcp", byPolicy: true } as const;
      const { session: own, leave } = takeSeat({ registry, sessions }, { request, client, oust }, wishes);
      // What the socket asks meanwhile comes behind this in the session's order.
      own.enter().catch(refuse);
      return {
        answer: (frame) => answer(frame, { own, client }),
        leave,
        isEmpty: () => false,
      };
    },
    errorText: (error) => jsonText(rpcFailure(null, error, log)),
  };
}

function reply(answer: object): Reply {
  return { text: jsonText(answer), last: false };
}
