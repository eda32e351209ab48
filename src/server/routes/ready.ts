/** `GET /ready`: whether work should be sent here, which a server that stops or has no sandbox worker answers by 503. */
import { errorBodySchema, readySchema } from "../../protocol/protocol.ts";
import { TryAgainError } from "../../sessions/failures.ts";
import type { App } from "./app.ts";

export function addReady(app: App, isReady: () => boolean): void {
  const schema = {
    tags: ["Health"],
    summary: "Does the server take work?",
    response: { 200: readySchema, 503: errorBodySchema },
  };
  app.get("/ready", { schema }, () => {
    if (isReady()) return { status: "ready" } as const;
    throw new TryAgainError("Not ready: the server is stopping, or no sandbox worker can be started now", {
      status: 503,
    });
  });
}
