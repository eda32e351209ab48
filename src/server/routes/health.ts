/** `GET /health`: the server answers; `/healthz` is the same, as orchestrators call it. */
import { healthSchema } from "../../protocol/protocol.ts";
import type { App } from "./app.ts";

export function addHealth(app: App): void {
  const schema = { tags: ["Health"], summary: "Is the server up?", response: { 200: healthSchema } };
  for (const path of ["/health", "/healthz"]) app.get(path, { schema }, () => ({ status: "healthy" }) as const);
}
