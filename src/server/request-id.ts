/** `x-request-id`: a proxy's or client's own name for a request is taken, logged and given back; others get one. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";

export const REQUEST_ID_HEADER = "x-request-id";

/** What may stand in a header and in a log, and is no longer than a name. */
const GOOD_ID = /^[\x21-\x7e]{1,200}$/;

/** The id that the request brings, or a new one if it brings none that can be repeated. */
export function requestIdOf({ headers }: Pick<IncomingMessage, "headers">): string {
  return givenId(headers[REQUEST_ID_HEADER]) ?? randomUUID();
}

/** To be called before the routes are added. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  app.addHook("onResponse", ({ id, headers, method, routeOptions, log }, { statusCode, elapsedTime }, done) => {
    // Whoever names a request wants to find it again; the others would only fill the log.
    const level = givenId(headers[REQUEST_ID_HEADER]) === null ? "debug" : "info";
    log[level](
      { request_id: id, method, route: routeOptions.url ?? null, status: statusCode, ms: elapsedTime },
      "request",
    );
    done();
  });
}

function givenId(header: string | readonly string[] | undefined): string | null {
  return typeof header === "string" && GOOD_ID.test(header) ? header : null;
}
