/** Headers for browsers on whatever is no page: it is shown in no frame, runs nothing, and is taken for what it says it is. */
import type { FastifyInstance } from "fastify";

const POLICY = "content-security-policy";
const SAFE_HEADERS = {
  [POLICY]: "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** Pages have a policy of their own, and keep it. */
export function sendSafeHeaders(app: FastifyInstance): void {
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (!reply.hasHeader(POLICY)) reply.headers(SAFE_HEADERS);
    done(null, payload);
  });
}
