/** The JSON routes of the page, `/web/…`: one environment that all its visitors share. */
import type { FastifyReply, FastifyRequest } from "fastify";
import {
  environmentCardSchema,
  episodeAnswerSchema,
  errorBodySchema,
  resetRequestSchema,
  stateSchema,
  webStepBodySchema,
} from "../../protocol/protocol.ts";
import type { Visitor, WebDesk } from "../../sessions/web-desk.ts";
import { ABOUT } from "../about.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import { whenGone } from "../clients/when-gone.ts";
import { episodeAnswer } from "./answer.ts";
import type { App } from "./app.ts";
import { inBody } from "./in-body.ts";

const TAG = { tags: ["Web Interface"] };
const EPISODE = {
  200: episodeAnswerSchema,
  409: errorBodySchema,
  422: errorBodySchema,
  429: errorBodySchema,
  503: errorBodySchema,
};

export function addWebApi(app: App, desk: WebDesk, identity: ClientIdentity): void {
  const card = { ...TAG, summary: "The card of the environment", response: { 200: environmentCardSchema } };
  app.get("/web/metadata", { schema: card }, () => ABOUT);
  const visitorOf = ({ raw }: Pick<FastifyRequest, "raw">, reply: Pick<FastifyReply, "raw">): Visitor => ({
    client: identity.of(raw),
    gone: whenGone(reply.raw),
  });

  const begin = { ...TAG, summary: "Begin the shared episode", body: resetRequestSchema.optional(), response: EPISODE };
  app.post("/web/reset", { schema: begin }, async (request, reply) =>
    episodeAnswer(await inBody(desk.reset(request.body ?? {}, visitorOf(request, reply)))),
  );

  const act = { ...TAG, summary: "Take a step of the shared episode", body: webStepBodySchema, response: EPISODE };
  app.post("/web/step", { schema: act }, async (request, reply) => {
    const { action } = request.body;
    return episodeAnswer(await desk.step(action, visitorOf(request, reply)));
  });

  const look = { ...TAG, summary: "The state of the shared episode", response: { 200: stateSchema } };
  app.get("/web/state", { schema: look }, () => desk.state());
}
