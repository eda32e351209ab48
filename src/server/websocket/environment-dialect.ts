/**
 * `/ws`: OpenEnv's frames. A socket has a session of its own, which takes a slot when its first episode begins, or plays
 * along in one that `/mcp` made. Those that it plays in batches come beside that.
 */
import type { Session } from "../../sessions/session.ts";
import { SocketTelemetry } from "../telemetry/socket-telemetry.ts";
import { answerFrame, type FrameContext } from "./answer-frame.ts";
import type { Dialect, SocketSide } from "./dialect.ts";
import { errorReply } from "./frames.ts";
import type { McpDialectOptions } from "./mcp-dialect.ts";
import { NamedSessions } from "./named-sessions.ts";

export interface EnvironmentDialectOptions extends McpDialectOptions {
  /** Opens validation telemetry to anyone who knows it; null for nobody. */
  readonly validationToken: string | null;
}

type Socket = Omit<SocketSide, "answer"> & Pick<FrameContext, "client" | "telemetry" | "named">;

export function environmentDialect(options: EnvironmentDialectOptions): Dialect {
  const { registry, sessions, tools, log, validationToken } = options;
  const side = (session: Session, { leave, isEmpty, ...socket }: Socket): SocketSide => ({
    answer: (frame) => answerFrame(frame, session, { sessions, tools, log, ...socket }),
    leave: () => {
      leave();
      socket.named.leave();
    },
    isEmpty: () => isEmpty() && socket.named.isEmpty,
  });
  return {
    enter: ({ query, client }) => {
      const id = query.get("session_id");
      const agent = query.get("agent");
      const named = new NamedSessions(() => registry.prepare({ client, labels: { agent } }));
      if (id !== null) {
        const leave = () => sessions.detach(id);
        return side(sessions.attach(id), { client, telemetry: null, named, leave, isEmpty: () => false });
      }
      const session = registry.prepare({ client, labels: { agent, ticket: query.get("play") } });
      const telemetry = validationToken === null ? null : new SocketTelemetry(validationToken);
      const leave = () => session.close();
      return side(session, { client, telemetry, named, leave, isEmpty: () => !session.isSeated });
    },
    errorText: (error) => errorReply(error).text,
  };
}
