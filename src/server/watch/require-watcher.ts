/** Which visitors may look at what others play and played, at whichever door they ask. */
import type { IncomingMessage } from "node:http";
import { TraceFixError } from "../../protocol/protocol.ts";
import { isFromThisMachine } from "../doors/visitor.ts";
import type { Settings } from "../settings.ts";

type Request = Pick<IncomingMessage, "headers" | "socket">;

export type WatchSettings = Pick<Settings, "WATCH" | "TRACEFIX_TOKENS">;

/** @throws TraceFixError FORBIDDEN unless what is played here may be watched from where the visitor is */
export function requireWatcher({ WATCH, TRACEFIX_TOKENS }: WatchSettings, request: Request): void {
  if (WATCH === "on" || WATCH === "full" || (WATCH === "local" && isFromThisMachine(request))) return;
  // Where there are tokens, nobody comes so far whose token may not read.
  if (WATCH === "local" && TRACEFIX_TOKENS !== undefined) return;
  throw new TraceFixError("FORBIDDEN", `Cannot show what others play or played: ${WATCH === "off" ? OFF : LOCAL}`);
}

const LOCAL = "only visitors from the server's own machine may look. The operator lets everybody look with WATCH=on.";
const OFF =
  "the server is started with WATCH=off, so nobody may look. The operator lets visitors from its own machine look with " +
  "WATCH=local, and everybody with WATCH=on.";
