/** `GET /health`: the server answers. */
import { healthSchema } from "../../protocol/protocol.ts";
import type { App } from "./app.ts";

export function addHealth(app: App): void {
  const schema = { tags: ["Health"], summary: "Is the server up?", response: { 200: healthSchema } };
  app.get("/health", { schema }, () => ({ status: "healthy" }) as const);
}
