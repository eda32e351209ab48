/** Tells when a client hangs up before it has its answer, so that nothing goes on waiting for it. */
import type { ServerResponse } from "node:http";
import { TraceFixError } from "../../protocol/protocol.ts";

export function whenGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableEnded) controller.abort(new TraceFixError("SESSION_ERROR", "The client has hung up"));
  });
  return controller.signal;
}
