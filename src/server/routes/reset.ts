/** `POST /reset`: begins an episode. */
import { z } from "zod";
import {
  episodeAnswerSchema,
  errorBodySchema,
  issueSchema,
  resetBodySchema,
  TraceFixError,
} from "../../protocol/protocol.ts";
import type { HttpEpisodes } from "../../sessions/http-episodes.ts";
import { episodeAnswer } from "./answer.ts";
import type { App } from "./app.ts";

/** A fault of a field that only the environment can see is a fault of the body all the same, and says so in its `loc`. */
async function inBody<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof TraceFixError) || error.code !== "VALIDATION_ERROR") throw error;
    const errors = z.array(issueSchema).safeParse(error.details.errors);
    if (!errors.success) throw error;
    const located = errors.data.map((issue) => ({ ...issue, loc: ["body", ...issue.loc] }));
    throw new TraceFixError(error.code, error.message, { ...error.details, errors: located });
  }
}

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
