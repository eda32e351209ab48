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
import { takeSeat } from "./socket-seat.ts";

export interface EnvironmentDialectOptions extends McpDialectOptions {
  /** Opens validation telemetry to anyone who knows it; null for nobody. */
  readonly validationToken: string | null;
  /** Whether nobody may look at what others played, whatever token is shown. */
  readonly hidesOthers: boolean;
}

type Socket = Omit<SocketSide, "answer"> &
  Pick<FrameContext, "client" | "isReader" | "telemetry" | "named"> & {
    /** Called when its client is done with the session. */
    readonly end?: () => void;
  };

export function environmentDialect(options: EnvironmentDialectOptions): Dialect {
  const { registry, sessions, tools, log, validationToken, hidesOthers } = options;
  const side = (session: Session, { leave, isEmpty, end, ...socket }: Socket): SocketSide => ({
    answer: async (frame) => {
      const reply = await answerFrame(frame, session, { sessions, tools, log, ...socket });
      if (reply === null) end?.();
      return reply;
    },
    leave: () => {
      leave();
      socket.named.leave();
    },
    isEmpty: () => isEmpty() && socket.named.isEmpty,
  });
  return {
    rights: ["play"],
    enter: ({ request, query, client, oust, ...shown }) => {
      const isReader = shown.isReader && !hidesOthers;
      const id = query.get("session_id");
      const agent = query.get("agent");
      const named = new NamedSessions(() => registry.prepare({ client, labels: { agent } }));
      if (id !== null) {
        const leave = () => sessions.detach(id);
        return side(sessions.attach(id), { client, isReader, telemetry: null, named, leave, isEmpty: () => false });
      }
      const labels = { agent, ticket: query.get("play") };
      const telemetry = validationToken === null ? null : new SocketTelemetry(validationToken);
      const wishes = { use: "socket", byPolicy: false, labels } as const;
      const { session, leave, end } = takeSeat({ registry, sessions }, { request, client, oust }, wishes);
      return side(session, { client, isReader, telemetry, named, leave, end, isEmpty: () => !session.isSeated });
    },
    errorText: (error) => errorReply(error).text,
  };
}
