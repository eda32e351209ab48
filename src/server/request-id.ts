/** `x-request-id`: a proxy's or client's own name for a request is taken, logged and given back; others get one. */
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

export const REQUEST_ID_HEADER = "x-request-id";

/** Under which name it stands in each line of the log that belongs to a request. */
export const LOGGED_ID = "request_id";

/** What may stand in a header and in a log, and is no longer than a name. */
const GOOD_ID = /^[\x21-\x7e]{1,200}$/;

type Named = Pick<IncomingMessage, "headers">;

/** The names drawn for requests: anyone who asks again is told the same. */
const drawnIds = new WeakMap<Named, string>();

/** The id that the request brings, or a new one if it brings none that can be repeated. */
export function requestIdOf(request: Named): string {
  const known = givenId(request.headers) ?? drawnIds.get(request);
  if (known !== undefined) return known;
  const drawn = randomUUID();
  drawnIds.set(request, drawn);
  return drawn;
}

/** To be called before everything else that answers requests. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    logAnswer(request.log, request.headers, answered(request, reply));
    done();
  });
}

/** Names what Fastify answers before it has come to a route, and so to the hooks. */
export function nameUnrouted(request: FastifyRequest, reply: FastifyReply): void {
  reply.header(REQUEST_ID_HEADER, request.id);
  reply.raw.once("finish", () => logAnswer(request.log, request.headers, answered(request, reply)));
}

/** Anyone who names a request wants to find it again; the others would only fill the log. */
export function logAnswer(
  log: Pick<FastifyBaseLogger, "debug" | "info">,
  headers: IncomingHttpHeaders,
  answer: object,
): void {
  log[givenId(headers) === undefined ? "debug" : "info"](answer, "request");
}

function answered({ method, routeOptions }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): object {
  return { method, route: routeOptions.url ?? null, status: statusCode, ms: elapsedTime };
}

function givenId(headers: IncomingHttpHeaders): string | undefined {
  const header = headers[REQUEST_ID_HEADER];
  return typeof header === "string" && GOOD_ID.test(header) ? header : undefined;
}
