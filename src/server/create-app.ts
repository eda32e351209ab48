/** The HTTP application: every route, and one policy for whatever goes wrong. */
import { type FastifyBaseLogger, fastify, LogController } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Logger } from "pino";
import type { Durability } from "../protocol/protocol.ts";
import type { HttpEpisodes } from "../sessions/http-episodes.ts";
import type { WebDesk } from "../sessions/web-desk.ts";
import type { AccessDoor } from "./access/access-door.ts";
import { requireTokens } from "./access/require-tokens.ts";
import type { ClientIdentity } from "./clients/client-identity.ts";
import { limitRequests } from "./clients/limit-requests.ts";
import type { DoorGuard } from "./doors/door-guard.ts";
import { guardRequests } from "./doors/guard-requests.ts";
import { sendSafeHeaders } from "./doors/safe-headers.ts";
import { answerError, answerUnrouted } from "./errors/answer-error.ts";
import { answerUnknownRoutes } from "./errors/unknown-routes.ts";
import { refuseExpectations } from "./errors/unmet-expectation.ts";
import { answerUnreadableRequest } from "./errors/unreadable-request.ts";
import { gradingNamesOf } from "./grading-names.ts";
import type { InFlight } from "./in-flight.ts";
import type { AbandonedRequests } from "./incoming/abandoned-requests.ts";
import { RequestBodies } from "./incoming/request-bodies.ts";
import { acceptJsonObjects } from "./json/body-parser.ts";
import { withHalvesVisible } from "./json/json-text.ts";
import type { KeptForReaders } from "./kept/kept-episodes.ts";
import type { Tools } from "./mcp/call-tool.ts";
import { addMetrics, type MetricsSources } from "./metrics/add-metrics.ts";
import { OrsEpisodes } from "./ors/ors-episodes.ts";
import { addOrs } from "./ors/ors-routes.ts";
import { limitPipelining } from "./pipelining.ts";
import { LOGGED_ID, nameRequests, requestIdOf } from "./request-id.ts";
import type { App } from "./routes/app.ts";
import { addHealth } from "./routes/health.ts";
import { addKeptList, addKeptRecord } from "./routes/kept-list.ts";
import { addMcp } from "./routes/mcp.ts";
import { addMetadata } from "./routes/metadata.ts";
import { addOpenApi } from "./routes/openapi.ts";
import { addOperatorState } from "./routes/operator-state.ts";
import { addPageEpisodes } from "./routes/page-episodes.ts";
import { addPageLists } from "./routes/page-lists.ts";
import { addPagePlay } from "./routes/page-play.ts";
import { addReady } from "./routes/ready.ts";
import { addReset } from "./routes/reset.ts";
import { addSchema } from "./routes/schema.ts";
import { addState } from "./routes/state.ts";
import { addStep } from "./routes/step.ts";
import { addTaskApi } from "./routes/task-api.ts";
import { addWeb } from "./routes/web.ts";
import { addWebApi } from "./routes/web-api.ts";
import type { Settings } from "./settings.ts";
import type { TaskCatalog } from "./task-lists.ts";
import { compileValidator } from "./validation/compile-validator.ts";
import type { LookingOn } from "./watch/looking-on.ts";

/** How long a client may take to send a whole request. */
const REQUEST_TIMEOUT_MS = 60_000;

export interface AppOptions extends MetricsSources {
  readonly episodes: HttpEpisodes;
  readonly tools: Tools;
  /** Null where there is no page. */
  readonly desk: WebDesk | null;
  /** Null where the server knows no tasks. */
  readonly catalog: TaskCatalog | null;
  readonly identity: ClientIdentity;
  readonly settings: Settings;
  /** Who may come in. */
  readonly guard: DoorGuard;
  /** Who may do what. */
  readonly access: AccessDoor;
  readonly log: Logger;
  /** Those that go on though nobody waits for them any more. */
  readonly abandoned: AbandonedRequests;
  /** Requests that are being worked on. */
  readonly inFlight: InFlight;
  /** Why the server had better not be sent new work now. */
  readonly obstacles: () => readonly string[];
  /** Told in `/metadata`. */
  readonly warnings: () => readonly string[];
  readonly durability: Durability | undefined;
  /** What the page is served from; null where there is no page. */
  readonly lookingOn: LookingOn | null;
  /** Null where no episodes are kept that could be read. */
  readonly kept: KeptForReaders | null;
}

/** Serves nothing until it is told to listen. */
export async function createApp(options: AppOptions): Promise<App> {
  const { registry, episodes, sessions, tools, desk, catalog, settings, log, sandboxFigures, warnings, lookingOn } =
    options;
  const { identity, limits, guard, incoming, abandoned, unread } = options;
  const bodies = new RequestBodies({ incoming, abandoned, identity, maxBytes: settings.MAX_MESSAGE_BYTES });
  const app = bareApp(settings, log);
  nameRequests(app);
  sendSafeHeaders(app);
  refuseExpectations(app);
  limitPipelining(app);
  limitRequests(app, limits);
  options.inFlight.watch(app);
  guardRequests(app, guard);
  requireTokens(app, options.access);
  answerUnknownRoutes(app);
  bodies.watch(app);
  acceptJsonObjects(app, bodies);

  await addOpenApi(app);
  addHealth(app);
  addReady(app, options.obstacles);
  addMetadata(app, { warnings, grading: gradingNamesOf(settings), durability: options.durability });
  addSchema(app);
  if (settings.OPENENV_MODE === "simulation") {
    addReset(app, { episodes, identity, access: options.access, hidesOthers: settings.WATCH === "off" });
    addStep(app, { episodes, identity });
    addState(app, { episodes, identity });
    if (settings.ENABLE_ORS) {
      const onBroken = (error: unknown) => log.error({ err: error }, "a call of a tool broke");
      addOrs(app, { episodes: new OrsEpisodes(sessions, onBroken), identity });
    }
  }
  addOperatorState(app, { registry, token: settings.OPERATOR_TOKEN });
  addTaskApi(app, catalog);
  await addMcp(app, { sessions, tools, identity, bodies });
  addMetrics(app, {
    registry,
    sessions,
    limits,
    sandboxFigures,
    logLinesDropped: options.logLinesDropped,
    incoming,
    unread,
    taskSetHash: options.taskSetHash,
    taskSetHashes: options.taskSetHashes,
  });
  if (desk !== null) addWebApi(app, { desk, identity, settings });
  const reading = { kept: options.kept, identity, access: options.access, settings };
  addKeptList(app, reading);
  if (lookingOn !== null) {
    addPageLists(app, lookingOn);
    addPagePlay(app, lookingOn, { guard, identity });
    addPageEpisodes(app, lookingOn, reading);
    await addWeb(app);
  } else {
    addKeptRecord(app, reading);
  }
  return app;
}

function bareApp(settings: Settings, log: Logger): App {
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: LOGGED_ID }),
    bodyLimit: settings.MAX_MESSAGE_BYTES,
    // Node would answer by itself, without the request's name; the guard at the door does it instead.
    http: { requireHostHeader: false },
    genReqId: requestIdOf,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Anyone who has an episode may finish a step while the server stops; new episodes are refused by the registry.
    return503OnClosing: false,
    frameworkErrors: answerUnrouted,
    clientErrorHandler: answerUnreadableRequest,
    schemaController: { compilersFactory: { buildValidator: neverBuilt, buildSerializer: neverBuilt } },
  }).withTypeProvider<ZodTypeProvider>();
  app.setErrorHandler(answerError);
  app.setValidatorCompiler(compileValidator);
  // Answers are made here and typed; checking them again at run time would only cost.
  app.setSerializerCompiler(() => JSON.stringify);
  // At the very end, since an answer is made of a request that no route takes, too.
  app.addHook("onSend", (_request, reply, payload, done) => {
    const isJson =
      typeof payload === "string" && String(reply.getHeader("content-type")).startsWith("application/json");
    done(null, isJson ? withHalvesVisible(payload) : payload);
  });
  return app;
}

/** Stands for compilers that Fastify would load at once and never use: that takes longer than all of our routes. */
function neverBuilt(): never {
  throw new Error("A route was added before the application had its compilers");
}
