/** Stands at the door of every HTTP route, those that there are not included. */
import type { FastifyInstance } from "fastify";
import { callerOf, type DoorGuard } from "./door-guard.ts";

/** Scripts and styles, which browsers fetch with an `Origin`. Under a name that we do not know the page has to load to say so. */
const PAGE_FILES = "/web/assets/";

/** To be called before the routes are added. */
export function guardRequests(app: FastifyInstance, guard: DoorGuard): void {
  app.addHook("onRequest", (request, reply, done) => {
    // HTTP/1.0 knew no hosts; since then every request has to name one, if only an empty one.
    if (request.raw.httpVersion === "1.1" && request.headers.host === undefined) {
      return void reply.code(400).send({ detail: "The request has no Host", code: "VALIDATION_ERROR" });
    }
    const isPublicFile = request.method === "GET" && request.url.startsWith(PAGE_FILES);
    const refusal = guard.judge({ ...callerOf(request.raw), isPublicFile });
    if (refusal === null) return done();
    const { status, detail } = refusal;
    reply.code(status).send({ detail, code: status === 403 ? "FORBIDDEN" : "VALIDATION_ERROR" });
  });
}
