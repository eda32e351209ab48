/** `POST /reset`: begins an episode. */
import { episodeAnswerSchema, errorBodySchema, resetBodySchema } from "../../protocol/protocol.ts";
import type { HttpEpisodes } from "../../sessions/http-episodes.ts";
import { episodeAnswer } from "./answer.ts";
import type { App } from "./app.ts";
import { inBody } from "./in-body.ts";

export function addReset(app: App, episodes: HttpEpisodes): void {
  const schema = {
    tags: ["Environment Control"],
    summary: "Begin an episode",
    description:
      "What is left out is drawn and reported: the seed in `metadata`, the episode's id in `observation.info`. " +
      "Send that id with each step. An episode that nobody asks for ends by itself.",
    body: resetBodySchema.optional(),
    response: { 200: episodeAnswerSchema, 409: errorBodySchema, 422: errorBodySchema, 503: errorBodySchema },
  };
  app.post("/reset", { schema }, async (request) => {
    const { request_id, ...episode } = request.body ?? {};
    request.log.debug({ request_id }, "reset");
    return episodeAnswer(await inBody(episodes.reset(episode)));
  });
}
