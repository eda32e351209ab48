/** `/ws`: OpenEnv's frames. A socket has a session of its own, or plays along in one that `/mcp` made. */
import type { Logger } from "pino";
import type { McpSessions } from "../../sessions/mcp-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import type { Tools } from "../mcp/call-tool.ts";
import { watchedGuest } from "../telemetry/watched-guest.ts";
import { answerFrame } from "./answer-frame.ts";
import type { Dialect, Guest } from "./dialect.ts";
import { errorReply } from "./frames.ts";

export interface EnvironmentDialectOptions {
  readonly registry: SessionRegistry;
  readonly sessions: McpSessions;
  readonly tools: Tools;
  readonly log: Logger;
  /** Opens validation telemetry to whoever knows it; null for nobody. */
  readonly validationToken: string | null;
}

export function environmentDialect(options: EnvironmentDialectOptions): Dialect {
  const { registry, sessions, tools, log, validationToken } = options;
  const guest = (session: Session, leave: () => void): Guest => ({
    answer: (frame) => answerFrame(frame, session, { sessions, tools, log }),
    leave,
  });
  return {
    enter: (query) => {
      const id = query.get("session_id");
      if (id !== null) return guest(sessions.attach(id), () => sessions.detach(id));
      const session = registry.open({ agent: query.get("agent"), ticket: query.get("play") });
      const own = guest(session, () => session.close());
      return validationToken === null ? own : watchedGuest(own, validationToken);
    },
    errorText: (error) => errorReply(error).text,
  };
}
