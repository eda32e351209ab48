/**
 * `/ws`: OpenEnv's frames. A socket has a session of its own, which takes a slot when its first episode begins, or plays
 * along in one that `/mcp` made.
 */
import type { Logger } from "pino";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import type { Tools } from "../mcp/call-tool.ts";
import { watchedGuest } from "../telemetry/watched-guest.ts";
import { answerFrame } from "./answer-frame.ts";
import type { Dialect, Guest } from "./dialect.ts";
import { errorReply } from "./frames.ts";

export interface EnvironmentDialectOptions {
  readonly registry: SessionRegistry;
  readonly sessions: HeldSessions;
  readonly tools: Tools;
  readonly log: Logger;
  /** Opens validation telemetry to whoever knows it; null for nobody. */
  readonly validationToken: string | null;
}

export function environmentDialect(options: EnvironmentDialectOptions): Dialect {
  const { registry, sessions, tools, log, validationToken } = options;
  const guest = (
    session: Session,
    { client, ...rest }: Omit<Guest, "answer"> & { readonly client: string },
  ): Guest => ({
    answer: (frame) => answerFrame(frame, session, { sessions, tools, client, log }),
    ...rest,
  });
  return {
    enter: ({ query, client }) => {
      const id = query.get("session_id");
      if (id !== null) {
        return guest(sessions.attach(id), { client, leave: () => sessions.detach(id), isEmpty: () => false });
      }
      const labels = { agent: query.get("agent"), ticket: query.get("play") };
      const session = registry.prepare({ client, labels });
      const own = guest(session, { client, leave: () => session.close(), isEmpty: () => !session.isSeated });
      return validationToken === null ? own : watchedGuest(own, validationToken);
    },
    errorText: (error) => errorReply(error).text,
  };
}
