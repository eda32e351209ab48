/** The routes of the Open Reward Standard, beside those of OpenEnv's Task API, which are its too. */
import { randomUUID } from "node:crypto";
import {
  errorBodySchema,
  ORS_SESSION_HEADER,
  orsBlocks,
  orsBlocksSchema,
  orsCallSchema,
  orsCreateSchema,
  orsHeadersSchema,
  orsSessionSchema,
  orsStatusSchema,
  orsToolsSchema,
  taskApiParamsSchema,
  toolListings,
} from "../../protocol/protocol.ts";
import { ENVIRONMENT_CARD } from "../about.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import { whenGone } from "../clients/when-gone.ts";
import { EVENT_STREAM, eventOf } from "../event-text.ts";
import { toolCallOf } from "../mcp/read-rpc.ts";
import type { App } from "../routes/app.ts";
import { requireEnvironment } from "../routes/task-api.ts";
import { callStream } from "./call-stream.ts";
import type { OrsEpisodes } from "./ors-episodes.ts";

export interface OrsDoor {
  readonly episodes: OrsEpisodes;
  readonly identity: ClientIdentity;
}

const NAME = ENVIRONMENT_CARD.name;
/** The tools of an episode that has begun. */
const TOOLS = {
  tools: toolListings("drawn")
    .slice(1)
    .map(({ name, description, inputSchema }) => ({ name, description, input_schema: inputSchema })),
  terminal_tool: null,
};
/** What may be asked for without naming the environment, of which there is one. */
const READ = ["/tools", "/task_tools", "/splits", "/prompt"];
const WRITTEN = ["/tasks", "/num_tasks", "/task", "/task_range", "/call"];

export function addOrs(app: App, { episodes, identity }: OrsDoor): void {
  app.post("/create_session", { schema: about("A name for a session") }, (_request, reply) =>
    reply.type(EVENT_STREAM).send(eventOf("task_id", randomUUID()) + eventOf("end", "")),
  );

  const create = { ...inSession("Begin the session's episode", orsSessionSchema), body: orsCreateSchema };
  app.post("/create", { schema: create }, async ({ body, headers, raw }, reply) => {
    const { env_name, task_spec, split, index } = body;
    if (env_name != null) requireEnvironment(env_name);
    const sid = headers[ORS_SESSION_HEADER];
    const newcomer = { client: identity.of(raw), gone: whenGone(reply.raw) };
    await episodes.create(sid, task_spec ?? { split, index }, newcomer);
    return { sid };
  });

  app.post("/ping", { schema: inSession("Keep a session", orsStatusSchema) }, ({ headers }) => {
    episodes.ping(headers[ORS_SESSION_HEADER]);
    return { status: "ok" as const };
  });

  for (const path of ["/delete", "/delete_session"]) {
    app.post(path, { schema: inSession("End a session", orsSessionSchema) }, ({ headers }) => {
      const sid = headers[ORS_SESSION_HEADER];
      episodes.close(sid);
      return { sid };
    });
  }

  const tools = { ...about("The tools"), params: taskApiParamsSchema, response: { 200: orsToolsSchema } };
  for (const path of ["/:env/tools", "/:env/task_tools"]) {
    app.get(path, { schema: tools }, ({ params }) => {
      requireEnvironment(params.env);
      return TOOLS;
    });
  }

  const prompt = { ...inSession("What the episode is about", orsBlocksSchema), params: taskApiParamsSchema };
  app.get("/:env/prompt", { schema: prompt }, ({ params, headers }) => {
    requireEnvironment(params.env);
    return orsBlocks(episodes.prompt(headers[ORS_SESSION_HEADER]));
  });

  const call = { ...about("Call a tool"), headers: orsHeadersSchema, params: taskApiParamsSchema, body: orsCallSchema };
  app.post("/:env/call", { schema: call }, async ({ params, headers, body }, reply) => {
    requireEnvironment(params.env);
    const { name, input, task_id } = body;
    const made = episodes.call(headers[ORS_SESSION_HEADER], toolCallOf({ name, arguments: input }), task_id ?? null);
    reply.type(EVENT_STREAM).header("cache-control", "no-store").send(callStream(made));
    // The request is at its end when the call is, whether anybody waits for it or not.
    await made.events;
    return reply;
  });

  const elsewhere = { schema: { ...about("The same, of the one environment"), hide: true } };
  for (const path of READ) app.get(path, elsewhere, (_request, reply) => reply.redirect(`/${NAME}${path}`, 308));
  for (const path of WRITTEN) app.post(path, elsewhere, (_request, reply) => reply.redirect(`/${NAME}${path}`, 308));
}

function about(summary: string) {
  return { tags: ["Open Reward Standard"], summary };
}

function inSession<Answer>(summary: string, answer: Answer) {
  const faults = { 400: errorBodySchema, 404: errorBodySchema, 422: errorBodySchema, 503: errorBodySchema };
  return { ...about(summary), headers: orsHeadersSchema, response: { 200: answer, ...faults } };
}
