/** Lets a request over a connection that its client may not have yet wait, and refuses it after a while. */
import type { FastifyInstance } from "fastify";
import { TryAgainError } from "../../sessions/failures.ts";
import type { ConnectionLimits } from "./connection-limits.ts";

/** Anyone who watches over the server must see it best when it is crowded. */
const ALWAYS: ReadonlySet<string> = new Set(["/health", "/healthz", "/ready", "/readyz", "/metrics"]);

/** To be called before the routes are added. */
export function limitRequests(app: FastifyInstance, limits: ConnectionLimits): void {
  app.addHook("onRequest", (request, reply, done) => {
    if (ALWAYS.has(request.routeOptions.url ?? "")) return done();
    const answer = (admitted: boolean): void => {
      if (admitted) return done();
      reply.header("connection", "close");
      done(tooManyConnections());
    };
    const admitted = limits.enterRequest(request.raw, reply.raw);
    if (typeof admitted === "boolean") return answer(admitted);
    admitted.then(answer, done);
  });
}

export function tooManyConnections(): TryAgainError {
  const message = "This client has more connections open than one client may have. Close some, or try again later.";
  return new TryAgainError(message, { status: 429, code: "CAPACITY_REACHED" });
}
