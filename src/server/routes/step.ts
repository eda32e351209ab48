/** `POST /step`: takes one step of an episode. */
import {
  episodeAnswerSchema,
  errorBodySchema,
  OWNER_HEADER,
  ownerHeadersSchema,
  stepBodySchema,
} from "../../protocol/protocol.ts";
import type { HttpEpisodes } from "../../sessions/http-episodes.ts";
import { episodeAnswer } from "./answer.ts";
import type { App } from "./app.ts";

export function addStep(app: App, episodes: HttpEpisodes): void {
  const schema = {
    tags: ["Environment Control"],
    summary: "Take a step",
    description: "A client that hangs up does not undo its step: `GET /state` says how many were taken.",
    headers: ownerHeadersSchema,
    body: stepBodySchema,
    response: {
      200: episodeAnswerSchema,
      404: errorBodySchema,
      409: errorBodySchema,
      422: errorBodySchema,
      503: errorBodySchema,
      504: errorBodySchema,
    },
  };
  app.post("/step", { schema }, async (request) => {
    const { action, episode_id, timeout_s, request_id } = request.body;
    request.log.debug({ body_request_id: request_id, episode_id }, "step");
    const timeoutMs = timeout_s == null ? undefined : timeout_s * 1000;
    const secret = request.headers[OWNER_HEADER];
    const options = { label: episode_id ?? undefined, timeoutMs, secret, normalised: action.normalised };
    return episodeAnswer(await episodes.step(action.action, options));
  });
}
