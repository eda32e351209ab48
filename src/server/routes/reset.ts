/** `POST /reset`: begins an episode. */
import {
  episodeAnswerSchema,
  errorBodySchema,
  OWNER_HEADER,
  ownerHeadersSchema,
  resetBodySchema,
} from "../../protocol/protocol.ts";
import type { HttpEpisodes } from "../../sessions/http-episodes.ts";
import type { AccessDoor } from "../access/access-door.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import { whenGone } from "../clients/when-gone.ts";
import { episodeAnswer } from "./answer.ts";
import type { App } from "./app.ts";
import { inBody } from "./in-body.ts";

export interface EpisodeDoor {
  readonly episodes: HttpEpisodes;
  readonly identity: ClientIdentity;
}

export interface ResetDoor extends EpisodeDoor {
  /** Who may branch from what others have played. */
  readonly access: AccessDoor;
  /** Whether nobody may look at what others played, whatever token is shown. */
  readonly hidesOthers: boolean;
}

export function addReset(app: App, { episodes, identity, access, hidesOthers }: ResetDoor): void {
  const schema = {
    tags: ["Environment Control"],
    summary: "Begin an episode",
    description:
      "What is left out is drawn and reported: the seed in `metadata`, the episode's id in `observation.info`. " +
      "Send that id with each step. An episode that nobody asks for ends by itself. With an X-Tracefix-Session header " +
      "the episode is yours: every later request for it needs the same header. Without one the answer's " +
      "X-Tracefix-Session header is a secret with which alone the episode can be begun again while it lives.",
    headers: ownerHeadersSchema,
    body: resetBodySchema.optional(),
    response: {
      200: episodeAnswerSchema,
      409: errorBodySchema,
      422: errorBodySchema,
      429: errorBodySchema,
      503: errorBodySchema,
    },
  };
  app.post("/reset", { schema }, async (request, reply) => {
    const { request_id, ...episode } = request.body ?? {};
    request.log.debug({ body_request_id: request_id }, "reset");
    const caller = {
      secret: request.headers[OWNER_HEADER],
      client: identity.of(request.raw),
      isReader: !hidesOthers && access.isReader(request.raw),
      gone: whenGone(reply.raw),
    };
    const { result, drawn } = await inBody(episodes.reset(episode, caller));
    if (drawn !== undefined) reply.header(OWNER_HEADER, drawn);
    return episodeAnswer(result);
  });
}
