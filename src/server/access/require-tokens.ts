/** Asks every HTTP request for a token that has the right, where the operator gave tokens out. */
import type { FastifyInstance } from "fastify";
import { TraceFixError } from "../../protocol/protocol.ts";
import { type AccessDoor, tokenIn } from "./access-door.ts";
import { rightsOfRoute } from "./rights-of-routes.ts";

const REALM = 'Bearer realm="tracefix-rl"';

/** To be called before the routes are added. */
export function requireTokens(app: FastifyInstance, door: AccessDoor): void {
  if (!door.isLocked) return;
  app.addHook("onRequest", (request, reply, done) => {
    const rights = rightsOfRoute(request.routeOptions.url);
    if (rights === null) return done();
    const token = tokenIn(request.headers);
    try {
      door.require(token, rights);
      done();
    } catch (error) {
      if (!(error instanceof TraceFixError)) return done(error instanceof Error ? error : undefined);
      const { status, message: detail, code } = error;
      reply.code(status).header("www-authenticate", challenge(error, token)).send({ detail, code });
    }
  });
}

/** As RFC 6750 has it, so that clients know what to do. */
function challenge({ code, details }: TraceFixError, token: string | null): string {
  if (code === "FORBIDDEN") return `${REALM}, error="insufficient_scope", scope="${String(details.right)}"`;
  return token === null ? REALM : `${REALM}, error="invalid_token"`;
}
