/** Stands at the door of every HTTP route, those that there are not included. */
import type { FastifyInstance } from "fastify";
import type { DoorGuard } from "./door-guard.ts";

/** To be called before the routes are added. */
export function guardRequests(app: FastifyInstance, guard: DoorGuard): void {
  app.addHook("onRequest", (request, reply, done) => {
    const { method, headers, socket } = request.raw;
    const refusal = guard.judge({ method, headers, localAddress: socket.localAddress });
    if (refusal === null) return done();
    const { status, detail } = refusal;
    reply.code(status).send({ detail, code: status === 403 ? "FORBIDDEN" : "VALIDATION_ERROR" });
  });
}
