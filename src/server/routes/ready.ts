/**
 * `GET /ready`: whether new work had better be sent here now; `/health` only says that the process answers. `/readyz` is the
 * same, as orchestrators call it.
 */
import { readySchema, unreadySchema } from "../../protocol/protocol.ts";
import type { App } from "./app.ts";

/** @param obstacles why the server had better not be sent new work now; empty when it is ready */
export function addReady(app: App, obstacles: () => readonly string[]): void {
  const schema = {
    tags: ["Health"],
    summary: "Can the server take new work now?",
    response: { 200: readySchema, 503: unreadySchema },
  };
  for (const path of ["/ready", "/readyz"]) {
    app.get(path, { schema }, (_request, reply) => {
      const reasons = obstacles();
      if (reasons.length === 0) return { status: "ready" } as const;
      reply.code(503).header("retry-after", "1");
      return { status: "not ready" as const, reasons: [...reasons] };
    });
  }
}
