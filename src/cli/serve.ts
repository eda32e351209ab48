/** The verb `tracefix serve`: wires tasks, sandbox, environment and server together, and takes them apart again. */

import type { Logger } from "pino";
import { EditBudget } from "../environment/edit-budget.ts";
import { TraceFixRLGym } from "../environment/gym.ts";
import { ReplayTurns } from "../environment/replay-turns.ts";
import { errorCodeOf } from "../ground/error-code.ts";
import { packageVersion } from "../ground/package-root.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import type { TaskSetName } from "../protocol/protocol.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import { OPEN_TO_ALL } from "../server/access/access-door.ts";
import { createServer, type Server } from "../server/create-server.ts";
import { descriptorLimit, roomForSessions } from "../server/descriptors.ts";
import { isLoopbackName, withoutIpv6Mapping } from "../server/doors/host-names.ts";
import { gradingNamesOf } from "../server/grading-names.ts";
import { createLog, LogDestination, openOutlet } from "../server/log-destination.ts";
import { logLineInWords } from "../server/log-words.ts";
import { readSettings, type Settings } from "../server/settings.ts";
import { systemClock } from "../sessions/clock.ts";
import { FairRuns } from "../sessions/fair-runs.ts";
import { SessionRegistry } from "../sessions/session-registry.ts";
import { allButATenth, Shares } from "../sessions/shares.ts";
import { type OpenedLog, openLog } from "../storage/open-log.ts";
import { MasteryGroups } from "../tasks/curriculum/mastery-groups.ts";
import { PageTaskList } from "../tasks/page-task-list.ts";
import { PublicTaskList } from "../tasks/public-tasks.ts";
import { keptLibrary } from "./kept-library.ts";
import { editMemory, incomingMemory, memoryLimits } from "./memory-shares.ts";
import { imagesOf, openSandboxes, type Preparations, prepareLanguages } from "./open-sandboxes.ts";
import { openTaskSets } from "./open-task-sets.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

export interface ServeOptions {
  /** Folders of programs beside the package's own. */
  readonly programs?: readonly string[];
  /** Whether a broken program refuses to be served, no matter whose it is. */
  readonly strict?: boolean;
  /** Go before HOST and PORT of the environment. */
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  /** Languages that are being made ready already. */
  readonly preparations?: Preparations;
  /** Where the settings come from; the process's own variables if left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface Served {
  readonly host: string;
  readonly port: number;
  readonly tasks: number;
  readonly taskSetHash: string;
  /** Answers what runs, then frees everything. */
  stop(): Promise<void>;
}

/** The workers' start would compete with the server's own for the same few cores. */
const WORKER_DELAY_MS = 200;
/** Runs that may wait for a worker. */
const QUEUE_CAPACITY = 65_536;

const STANDARD_OUTPUT = 1;
/** How long the end waits for a log that is read slowly, or not at all. */
const LOG_FLUSH_MS = 1000;

/** Resolves once the server listens. SIGTERM and SIGINT stop it from then on, and end the process. */
export async function startServing(options: ServeOptions): Promise<Served> {
  const {
    programs = [],
    strict = false,
    host,
    port,
    preparations = prepareLanguages(),
    environment = process.env,
  } = options;
  const settings = readSettings({ ...environment, ...(host && { HOST: host }), ...(port && { PORT: port }) });
  const isSet = Boolean(environment.MAX_SESSIONS?.trim());
  const room = roomForSessions(settings.MAX_SESSIONS, { limit: descriptorLimit(), isSet });
  const destination = new LogDestination(openOutlet(STANDARD_OUTPUT));
  const { LOG_LEVEL: level, LOG_FORMAT } = settings;
  const isInWords = LOG_FORMAT === "words" || (LOG_FORMAT === "auto" && process.stdout.isTTY);
  const log = createLog({ level, rewrite: isInWords ? logLineInWords : null }, destination);
  if (room.warning !== null) log.warn(room.warning);
  if (isOpenToAll(settings)) log.warn(OPEN_TO_ALL);
  const image = () => imagesOf(preparations);
  const storing = openStore(settings, { environment, image, log });
  // Who waits for it is told; what fails before that closes it.
  storing.catch(() => undefined);
  const { sets, usual: tasks, ...opened } = await openTaskSets({ programs, strict, settings, log, image });
  const [count, taskSetHash] = await Promise.all([tasks.count(), tasks.hash()]);
  const shares = sharesOfRuns(settings);
  const sandboxes = await openSandboxes([...LANGUAGE_PACKS.values()], {
    preparations,
    wrap: (sandbox) => new FairRuns(sandbox, shares),
    ...(settings.WORKERS !== undefined && { workers: settings.WORKERS }),
    queueCapacity: QUEUE_CAPACITY,
    nice: settings.WORKER_NICE,
    startDelayMs: WORKER_DELAY_MS,
    onIncident: ({ kind, message }) => log.error({ incident: kind }, message),
  });
  const grading = { hiddenSecret: settings.HIDDEN_SECRET ?? null, hiddenCount: settings.HIDDEN_COUNT };

  const memory = memoryLimits();
  const editBudget = new EditBudget(editMemory(memory));

  const { sandboxFor } = sandboxes;
  const { requireSound } = opened;
  const replays = new ReplayTurns(settings.WORKERS ?? availableCores());
  const taskSet = (name: TaskSetName) => sets.of(name);
  try {
    const store = await storing;
    const mastery = new MasteryGroups();
    const shared = { tasks, taskSet, requireSound, editBudget, sandboxFor, grading, mastery, replays, log: store.log };
    const registry = new SessionRegistry(
      (session, client) => new TraceFixRLGym({ ...shared, session, ...(client !== undefined && { client }) }),
      {
        capacity: room.sessions,
        clientCapacity: settings.CLIENT_SESSIONS,
        clientResetsPerSecond: settings.CLIENT_RESETS_PER_SECOND,
        log,
      },
    );
    const server = await createServer(registry, {
      settings,
      log,
      sandboxFigures: sandboxes.figures,
      incomingBytes: incomingMemory(memory),
      logLinesDropped: () => destination.dropped,
      sandboxObstacle: sandboxes.obstacle,
      storeObstacle: store.obstacle,
      durability: store.log.durability,
      ...(store.shelf !== null && {
        kept: keptLibrary({
          shelf: store.shelf,
          sources: () => sets.names().map((name) => sets.of(name)),
          gym: { tasks, taskSet, sandboxFor, grading, replays },
          grading: gradingNamesOf(settings),
        }),
      }),
      isLogShared: store.log.isShared ?? false,
      leaveSession: (session) =>
        store.log.leave(session).catch((error: unknown) => {
          log.error({ err: error }, "the log of episodes could not keep that a session has ended");
          throw error;
        }),
      pageTasks: new PageTaskList({
        usual: sets.written(),
        all: sets.of("all"),
        impossible: sets.has("impossible") ? sets.of("impossible") : null,
        named: taskSet,
        names: () => sets.names(),
      }),
      catalog: new PublicTaskList(tasks),
      taskSetHash,
      taskSetHashes: () => opened.hashes,
      warnings: () => [
        ...sandboxes.warnings,
        ...[room.warning, store.warning].filter((warning) => warning !== null),
        ...opened.warnings,
      ],
    });
    const listening = await listen(server, settings);
    const stop = async () => {
      log.info("stopping");
      await server.stop();
      await sandboxes.close();
      await store.close();
      log.info("stopped");
      await destination.flush(LOG_FLUSH_MS);
    };
    stopOnSignals(stop);
    log.info({ host: settings.HOST, port: listening, tasks: count }, "listening");
    opened.readAhead().catch((error: unknown) => log.error({ err: error }, "imported programs could not be read"));
    return { host: settings.HOST, port: listening, tasks: count, taskSetHash, stop };
  } catch (error) {
    await sandboxes.close();
    await storing.then(
      (store) => store.close(),
      () => undefined,
    );
    throw error;
  }
}

interface StoreOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Names the images of the sandboxes. */
  readonly image: () => Promise<string>;
  readonly log: Logger;
}

/** @throws Error where the folder or the database that the operator named cannot be used */
async function openStore(settings: Settings, { environment, image, log }: StoreOptions): Promise<OpenedLog> {
  const { DATA_DIR: folder, DURABILITY: durability, RETENTION_DAYS: days, RETENTION_BYTES: bytes } = settings;
  const store = await openLog({
    folder,
    isNamed: Boolean(environment.DATA_DIR?.trim()),
    databaseUrl: settings.DATABASE_URL,
    durability,
    retention: { days, bytes },
    build: async () => ({ version: packageVersion(), images: await image() }),
    onIncident: (error) => log.error({ err: error }, "the store of episodes is not as it should be"),
  });
  if (store.warning !== null) log.warn({ reason: store.reason }, store.warning);
  return store;
}

function isOpenToAll({ HOST, TRACEFIX_TOKENS }: Settings): boolean {
  return TRACEFIX_TOKENS === undefined && !isLoopbackName(withoutIpv6Mapping(HOST));
}

/** A run waits for as long as its session does. */
function sharesOfRuns({ CLIENT_QUEUED_RUNS: perClient = allButATenth(QUEUE_CAPACITY) }: Settings): Shares {
  return new Shares({ capacity: QUEUE_CAPACITY, perClient, waitMs: Number.POSITIVE_INFINITY, clock: systemClock });
}

/** @throws Error that says why this address cannot be had, and what to do */
async function listen(server: Server, { HOST, PORT }: Settings): Promise<number> {
  try {
    return await server.listen();
  } catch (error) {
    const [why, remedy] = LISTEN_FAULTS[errorCodeOf(error) ?? ""] ?? [
      error instanceof Error ? error.message : String(error),
      CHOOSE_ANOTHER,
    ];
    const port = error instanceof Error && "port" in error ? String(error.port) : PORT;
    throw new Error(`Cannot listen on ${HOST}:${port}: ${why}. ${remedy}`, { cause: error });
  }
}

const CHOOSE_ANOTHER = "Choose another address with --host and --port, or HOST and PORT.";
const LISTEN_FAULTS: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  EADDRINUSE: [
    "another program listens there",
    "Stop it, or choose another port with --port or PORT (0: any free one).",
  ],
  EACCES: ["this user may not listen there", "Choose a port from 1024 up with --port or PORT."],
  EADDRNOTAVAIL: ["this machine does not have that address", CHOOSE_ANOTHER],
  ENOTFOUND: ["that address is unknown", CHOOSE_ANOTHER],
};
