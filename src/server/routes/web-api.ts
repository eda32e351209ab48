/** The JSON routes of the page, `/web/…`: one environment that all share who may watch it. */
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
import { ENVIRONMENT_CARD } from "../about.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import { whenGone } from "../clients/when-gone.ts";
import { requireWatcher, type WatchSettings } from "../watch/require-watcher.ts";
import { episodeAnswer } from "./answer.ts";
import type { App } from "./app.ts";
import { inBody } from "./in-body.ts";

const TAG = { tags: ["Web Interface"] };
const EPISODE = {
  200: episodeAnswerSchema,
  403: errorBodySchema,
  409: errorBodySchema,
  422: errorBodySchema,
  429: errorBodySchema,
  503: errorBodySchema,
};

export interface WebApi {
  readonly desk: WebDesk;
  readonly identity: ClientIdentity;
  readonly settings: WatchSettings;
}

export function addWebApi(app: App, { desk, identity, settings }: WebApi): void {
  const card = { ...TAG, summary: "The card of the environment", response: { 200: environmentCardSchema } };
  app.get("/web/metadata", { schema: card }, () => ENVIRONMENT_CARD);
  const visitorOf = ({ raw }: Pick<FastifyRequest, "raw">, reply: Pick<FastifyReply, "raw">): Visitor => ({
    client: identity.of(raw),
    gone: whenGone(reply.raw),
  });

  // Anyone who acts in it sees what the others did.
  const onRequest = async ({ raw }: FastifyRequest) => requireWatcher(settings, raw);

  const begin = { ...TAG, summary: "Begin the shared episode", body: resetRequestSchema.optional(), response: EPISODE };
  app.post("/web/reset", { schema: begin, onRequest }, async (request, reply) =>
    episodeAnswer(await inBody(desk.reset(request.body ?? {}, visitorOf(request, reply)))),
  );

  const act = { ...TAG, summary: "Take a step of the shared episode", body: webStepBodySchema, response: EPISODE };
  app.post("/web/step", { schema: act, onRequest }, async (request, reply) => {
    const { action } = request.body;
    return episodeAnswer(await desk.step(action, visitorOf(request, reply)));
  });

  const look = {
    ...TAG,
    summary: "The state of the shared episode",
    response: { 200: stateSchema, 403: errorBodySchema },
  };
  app.get("/web/state", { schema: look, onRequest }, () => desk.state());
}
