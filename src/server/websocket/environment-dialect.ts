/**
 * `/ws`: OpenEnv's frames. A socket has a session of its own, which takes a slot when its first episode begins, or plays
 * along in one that `/mcp` made.
 */
import type { Session } from "../../sessions/session.ts";
import { SocketTelemetry } from "../telemetry/socket-telemetry.ts";
import { answerFrame, type FrameContext } from "./answer-frame.ts";
import type { Dialect, SocketSide } from "./dialect.ts";
import { errorReply } from "./frames.ts";
import type { McpDialectOptions } from "./mcp-dialect.ts";

export interface EnvironmentDialectOptions extends McpDialectOptions {
  /** Opens validation telemetry to anyone who knows it; null for nobody. */
  readonly validationToken: string | null;
}

type Socket = Omit<SocketSide, "answer"> & Pick<FrameContext, "client" | "telemetry">;

export function environmentDialect(options: EnvironmentDialectOptions): Dialect {
  const { registry, sessions, tools, log, validationToken } = options;
  const side = (session: Session, { leave, isEmpty, ...socket }: Socket): SocketSide => ({
    answer: (frame) => answerFrame(frame, session, { sessions, tools, log, ...socket }),
    leave,
    isEmpty,
  });
  return {
    enter: ({ query, client }) => {
      const id = query.get("session_id");
      if (id !== null) {
        const leave = () => sessions.detach(id);
        return side(sessions.attach(id), { client, telemetry: null, leave, isEmpty: () => false });
      }
      const labels = { agent: query.get("agent"), ticket: query.get("play") };
      const session = registry.prepare({ client, labels });
      const telemetry = validationToken === null ? null : new SocketTelemetry(validationToken);
      return side(session, { client, telemetry, leave: () => session.close(), isEmpty: () => !session.isSeated });
    },
    errorText: (error) => errorReply(error).text,
  };
}
