/** Which visitors of the page may look at what others played, and at a repair. */
import type { FastifyRequest } from "fastify";
import { TraceFixError } from "../../protocol/protocol.ts";
import { isFromThisMachine } from "../doors/visitor.ts";
import type { Settings } from "../settings.ts";

/** @throws TraceFixError FORBIDDEN unless what is played here may be watched from where the visitor is */
export function requireWatcher(WATCH: Settings["WATCH"], { raw }: FastifyRequest): void {
  if (WATCH === "on" || WATCH === "full" || isFromThisMachine(raw)) return;
  throw new TraceFixError(
    "FORBIDDEN",
    "Cannot show what others play or played: only visitors from the server's own machine may look. " +
      "The operator lets everybody look with WATCH=on.",
  );
}

/** Whether a repair may be shown to this visitor at all. */
export function maySeeSolutions(SHOW_SOLUTIONS: Settings["SHOW_SOLUTIONS"], { raw }: FastifyRequest): boolean {
  return SHOW_SOLUTIONS ?? isFromThisMachine(raw);
}
