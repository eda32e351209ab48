/** `POST /step`: takes one step of an episode. */
import {
  episodeAnswerSchema,
  errorBodySchema,
  OWNER_HEADER,
  ownerHeadersSchema,
  stepBodySchema,
} from "../../protocol/protocol.ts";
import { episodeAnswer } from "./answer.ts";
import type { App } from "./app.ts";
import type { EpisodeDoor } from "./reset.ts";

export function addStep(app: App, { episodes, identity }: EpisodeDoor): void {
  const schema = {
    tags: ["Environment Control"],
    summary: "Take a step",
    description:
      "A client that hangs up does not undo its step: `GET /state` says how many were taken. The last step's `request_id` " +
      "sent again with the same action is answered as it was, and nothing is done twice.",
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
    const requestId = request_id ?? undefined;
    const client = identity.of(request.raw);
    const { normalised } = action;
    const options = { label: episode_id ?? undefined, timeoutMs, secret, client, normalised, requestId };
    return episodeAnswer(await episodes.step(action.action, options));
  });
}
