/** Asks a server over HTTP what it is and which tasks it has. */
import { z } from "zod";
import {
  environmentMetadataSchema,
  type GradingNames,
  type PublicTask,
  SPLITS,
  type TaskSetName,
  taskSetSchema,
  tasksAnswerSchema,
  USUAL_GRADING,
} from "../protocol/protocol.ts";

/** The server is not there, or is not one of ours; the command line shows it as it is. */
export class ServerError extends Error {}

export interface ServerFacts {
  readonly version: string | null;
  /** Servers with the same hash give the same episodes; null where a server does not tell it. */
  readonly taskSetHash: string | null;
  /** Of each of its sets, by their names; empty where it was not asked, or does not tell. */
  readonly setHashes: ReadonlyMap<string, string>;
  /** The set that its resets choose from where they name none; null where it does not tell. */
  readonly usualSet: TaskSetName | null;
  readonly tasks: readonly PublicTask[];
  /** How it grades; named in every record. */
  readonly grading: GradingNames;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** How long each request may take. */
  readonly timeoutMs?: number;
  /** One of the server's own; none where it asks for none. */
  readonly token?: string | null;
  /** What is known of the server's usual set; the server's figures are asked for it otherwise. */
  readonly known?: Pick<ServerFacts, "taskSetHash" | "usualSet"> | null;
}

const NAME = "tracefix_rl";

/** @throws ServerError with what to do; the signal's reason when it is aborted */
export async function askServer(url: string, options: AskOptions): Promise<ServerFacts> {
  const ask = asking(url, options);
  const { version, grading } = await askCard(url, ask);
  const lists = await Promise.all(SPLITS.map((split) => ask(`/${NAME}/tasks`, tasksAnswerSchema, { split })));
  const { known = null } = options;
  const hashes = known === null ? await askHashes(ask, options.signal) : { ...known, setHashes: new Map() };
  return { version, ...hashes, tasks: lists.flatMap(({ tasks }) => tasks), grading };
}

type SetFacts = Pick<ServerFacts, "taskSetHash" | "setHashes" | "usualSet">;

async function askHashes(ask: Ask, signal: AbortSignal): Promise<SetFacts> {
  const metrics = await ask("/metrics", z.string()).catch((error: unknown) => {
    signal.throwIfAborted();
    // Figures may be closed to strangers; nothing depends on them.
    if (error instanceof ServerError) return "";
    throw error;
  });
  const sets = metrics.matchAll(/^tracefix_task_sets_info\{task_set="(\w+)",sha256="([0-9a-f]+)"\} 1$/gm);
  const taskSetHash = /^tracefix_task_set_info\{sha256="([0-9a-f]+)"\} 1$/m.exec(metrics)?.[1] ?? null;
  const setHashes = new Map(Array.from(sets, ([, name = "", hash = ""]) => [name, hash]));
  const usual = [...setHashes].find(([, hash]) => hash === taskSetHash)?.[0];
  return { taskSetHash, setHashes, usualSet: taskSetSchema.safeParse(usual).data ?? null };
}

/** How the server grades, and nothing else. @throws as `askServer` does */
export async function askGrading(url: string, options: AskOptions): Promise<GradingNames> {
  return (await askCard(url, asking(url, options))).grading;
}

async function askCard(url: string, ask: Ask): Promise<Pick<ServerFacts, "version" | "grading">> {
  const { name, version, hidden_secret, hidden_count } = await ask("/metadata", environmentMetadataSchema);
  if (name !== NAME) throw new ServerError(`Cannot use the server at ${url}: it serves ${name}. ${REMEDY}`);
  const { hidden_secret: none, hidden_count: usual } = USUAL_GRADING;
  return { version, grading: { hidden_secret: hidden_secret ?? none, hidden_count: hidden_count ?? usual } };
}

type Ask = <Shape extends z.ZodType>(path: string, shape: Shape, body?: object) => Promise<z.infer<Shape>>;

function asking(url: string, { signal, timeoutMs = 10_000, token = null }: AskOptions): Ask {
  const base = url.replace(/\/+$/, "");
  return async (path, shape, body) => {
    const answer = await request(`${base}${path}`, { signal, timeoutMs, body, token });
    const parsed = shape.safeParse(answer);
    if (parsed.success) return parsed.data;
    throw new ServerError(`Cannot use the server at ${url}: ${path} does not answer as TraceFix-RL does. ${REMEDY}`);
  };
}

const REMEDY = "Let ENV_BASE_URL name a TraceFix-RL server, or leave it out: then one is started.";

const TOKEN_REMEDY = "Set TRACEFIX_TOKEN to a token of the server with the right to play; its operator gives them out.";

interface Asked {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly body: object | undefined;
  readonly token: string | null;
}

async function request(url: string, { signal, timeoutMs, body, token }: Asked): Promise<unknown> {
  const headers = {
    ...(body && { "content-type": "application/json" }),
    ...(token !== null && { authorization: `Bearer ${token}` }),
  };
  const post = { method: "POST", body: JSON.stringify(body) };
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, { ...(body && post), headers, signal: AbortSignal.any([signal, limit]) });
    if (answer.status === 401 || answer.status === 403)
      throw new ServerError(`Cannot use the server: ${url} answers ${answer.status}. ${TOKEN_REMEDY}`);
    if (!answer.ok) throw new ServerError(`Cannot use the server: ${url} answers ${answer.status}. ${REMEDY}`);
    const isJson = answer.headers.get("content-type")?.startsWith("application/json");
    return await (isJson ? answer.json() : answer.text());
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ServerError) throw error;
    throw new ServerError(`Cannot reach the server at ${url}: ${whyOf(error)}. ${REMEDY}`, { cause: error });
  }
}

/** `fetch` says only that it failed; what it failed of is its cause. */
export function whyOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const inner: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  return inner instanceof Error && inner.message !== "" ? inner.message : String(inner);
}
