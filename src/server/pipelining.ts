/** Keeps one connection from having hundreds of requests answered in one go, while everybody else waits. */
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** Requests that a connection may have unanswered; clients send one and wait, or a handful. */
export const MAX_UNANSWERED = 64;

/** To be called before the routes are added. A connection that asks for more is cut off. */
export function limitPipelining(app: FastifyInstance): void {
  const unanswered = new WeakMap<Socket, number>();
  const count = (socket: Socket, change: number): number => {
    const counted = (unanswered.get(socket) ?? 0) + change;
    unanswered.set(socket, counted);
    return counted;
  };
  app.addHook("onRequest", (request, reply, done) => {
    const { socket } = request.raw;
    if (count(socket, 1) <= MAX_UNANSWERED) return done();
    reply.hijack();
    socket.destroy();
  });
  app.addHook("onResponse", (request, _reply, done) => {
    count(request.raw.socket, -1);
    done();
  });
}
