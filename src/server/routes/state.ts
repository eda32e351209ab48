/** `GET /state`: an episode from outside, as its player may see it. */
import {
  errorBodySchema,
  OWNER_HEADER,
  ownerHeadersSchema,
  stateQuerySchema,
  stateSchema,
} from "../../protocol/protocol.ts";
import type { App } from "./app.ts";
import type { EpisodeDoor } from "./reset.ts";

export function addState(app: App, { episodes, identity }: EpisodeDoor): void {
  const schema = {
    tags: ["State Management"],
    summary: "The state of an episode",
    description: "Without `episode_id`: of the only HTTP episode alive, else of the last that was done, else all null.",
    headers: ownerHeadersSchema,
    querystring: stateQuerySchema,
    response: { 200: stateSchema, 404: errorBodySchema, 409: errorBodySchema, 422: errorBodySchema },
  };
  app.get("/state", { schema }, async ({ query, headers, raw }) =>
    episodes.state(query.episode_id, { secret: headers[OWNER_HEADER], client: identity.of(raw) }),
  );
}
