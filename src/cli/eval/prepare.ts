/** What a run is to be, from flags and variables, or from the run that is resumed. */
import { join } from "node:path";
import { AGENT_NAMES, type AgentName, isAgentName } from "../../agents/names.ts";
import { readRunRecord } from "../../evaluation/run/run-folder.ts";
import {
  type PublicTask,
  type RunRecord,
  type RunSettings,
  type TaskSetName,
  taskSetSchema,
} from "../../protocol/protocol.ts";
import { didYouMean } from "../../tasks/nearest-name.ts";
import { chooseTasks } from "./choose-tasks.ts";
import { setOfOwnServer } from "./own-server.ts";
import { publicAddress } from "./secrets.ts";
import { difficultiesOf, type Flags, readFlags, readVariables, StartError, type Variables } from "./settings.ts";

/** What may be said again of a run that is resumed: it changes none of its episodes. */
const FREE_FLAGS: ReadonlySet<string> = new Set(["resume", "concurrency", "json", "programs"]);
const PINNED_VARIABLES = ["API_BASE_URL", "MODEL_NAME", "MAX_STEPS", "SUCCESS_SCORE_THRESHOLD"] as const;

export interface Prepared {
  readonly flags: Flags;
  readonly variables: Variables;
  readonly agent: AgentName;
  /** The set that is played; null for whatever a running server has. */
  readonly taskSet: TaskSetName | null;
  /** The run that is gone on with, or null for a new one. */
  readonly resumed: RunRecord | null;
  /** Of a running server, as it may be written down; null when the run is to start its own. */
  readonly serverAddress: string | null;
  /** Everything but the tasks, which only the server knows. */
  settingsFor(tasks: readonly PublicTask[]): RunSettings;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A run for each agent that is named, so that rates are one agent's and runs can be compared; in the order of their names
 * on the command line.
 * @throws StartError and RunFolderError, before anything is begun
 */
export async function prepareAll(
  { agent, ...given }: Readonly<Record<string, unknown>>,
  environment: Environment,
): Promise<readonly [Prepared, ...Prepared[]]> {
  if (agent === undefined) return [await prepare(given, environment)];
  const [first = "", ...others] = namesOf(agent);
  const one = (name: string) => {
    const out = typeof given.out === "string" && others.length > 0 ? { out: join(given.out, name) } : {};
    return prepare({ ...given, agent: name, ...out }, environment);
  };
  return [await one(first), ...(await Promise.all(others.map(one)))];
}

async function prepare(given: Readonly<Record<string, unknown>>, environment: Environment): Promise<Prepared> {
  const flags = readFlags(given);
  const variables = readVariables(environment);
  const serverAddress = variables.ENV_BASE_URL === undefined ? null : publicAddress(variables.ENV_BASE_URL);
  if (flags.resume === undefined) {
    const agent = knownAgent(flags.agent);
    const { taskSet, programs } = flags;
    const own = serverAddress === null ? knownSet(setOfOwnServer({ taskSet, programs, environment })) : undefined;
    const set = taskSet ?? own ?? null;
    const settingsFor = (tasks: readonly PublicTask[]) => newSettings({ flags, variables, tasks, taskSet: set });
    return { flags, variables, agent, taskSet: set, resumed: null, serverAddress, settingsFor };
  }
  const resumed = await readRunRecord(flags.resume);
  refuseChanges(resumed, { given, variables, environment });
  const { settings } = resumed;
  return {
    flags,
    // The address as it is given may hold what is not written down.
    variables: {
      ...variables,
      MODEL_NAME: settings.model ?? variables.MODEL_NAME,
      ...addressOf(settings, environment),
    },
    agent: knownAgent(settings.agent),
    taskSet: settings.task_set ?? null,
    resumed,
    serverAddress,
    settingsFor: (tasks) => {
      chooseTasks(tasks, { names: settings.tasks, difficulties: [], split: null, isWholeSet: false, sample: null });
      return settings;
    },
  };
}

/** Each once: a flag that stands twice, several words after one, or a list with commas. */
function namesOf(agent: unknown): readonly string[] {
  const words = Array.isArray(agent) ? agent.map(String) : [String(agent)];
  return [...new Set(words.flatMap((text) => text.split(",")))].filter((name) => name !== "");
}

/** @param now milliseconds since 1970 */
export function defaultFolder({ agent, model }: RunSettings, now: number): string {
  const who =
    model === null
      ? agent
      : `${agent}-${model
          .split("/")
          .at(-1)
          ?.replace(/[^\w.-]+/g, "-")}`;
  return join("runs", `${who}-${new Date(now).toISOString().replace(/[:.]/g, "-").replace("Z", "")}`);
}

function newSettings({
  flags,
  variables,
  tasks,
  taskSet,
}: Pick<Prepared, "flags" | "variables" | "taskSet"> & { tasks: readonly PublicTask[] }) {
  const names = flags.task.flatMap((text) => text.split(",")).filter((name) => name !== "");
  const sample = flags.sample === undefined ? null : { size: flags.sample, seed: flags.sampleSeed };
  const isWholeSet = flags.taskSet !== undefined || sample !== null;
  const narrower = { difficulties: difficultiesOf(flags), split: flags.split ?? null };
  const chosen = chooseTasks(tasks, { names, ...narrower, isWholeSet, sample });
  const usesModel = flags.agent === "llm";
  return {
    agent: flags.agent,
    model: usesModel ? variables.MODEL_NAME : null,
    api_base_url: usesModel ? publicAddress(variables.API_BASE_URL) : null,
    tasks: chosen.map(({ task_name }) => task_name),
    task_set: taskSet,
    sample: sample?.size ?? null,
    sample_seed: sample?.seed ?? null,
    seed: flags.seed,
    episodes: flags.episodes ?? chosen.length,
    repeat: flags.repeat,
    max_steps: variables.MAX_STEPS ?? null,
    success_score_threshold: variables.SUCCESS_SCORE_THRESHOLD,
    thought: flags.thought,
    tools: flags.tools,
    stream: flags.stream,
    temperature: flags.temperature,
    max_tokens: flags.maxTokens,
    context_tokens: flags.contextTokens,
    request_timeout_s: flags.requestTimeout,
    retries: flags.retries,
    price_in: flags.priceIn ?? null,
    price_out: flags.priceOut ?? null,
  } satisfies RunSettings;
}

/** Undefined where the server will say itself that there is no such set. */
function knownSet(name: string): TaskSetName | undefined {
  return taskSetSchema.safeParse(name).data;
}

function knownAgent(name: string): AgentName {
  if (isAgentName(name)) return name;
  const remedy = didYouMean(name, AGENT_NAMES) || ` There are ${AGENT_NAMES.join(", ")}.`;
  throw new StartError(`Cannot find the agent ${name}.${remedy}`);
}

interface Wanted {
  readonly given: Readonly<Record<string, unknown>>;
  readonly variables: Variables;
  readonly environment: Environment;
}

function refuseChanges({ name, settings }: RunRecord, { given, variables, environment }: Wanted): void {
  const flag = Object.keys(given).find((key) => !FREE_FLAGS.has(key));
  const remedy = "Leave it out, or begin a new run.";
  if (flag !== undefined)
    throw new StartError(`Cannot resume ${name} with another --${flag}: a run keeps its settings. ${remedy}`);
  const recorded: Record<(typeof PINNED_VARIABLES)[number], unknown> = {
    API_BASE_URL: settings.api_base_url,
    MODEL_NAME: settings.model,
    MAX_STEPS: settings.max_steps,
    SUCCESS_SCORE_THRESHOLD: settings.success_score_threshold,
  };
  for (const variable of PINNED_VARIABLES) {
    if (!environment[variable]?.trim() || (settings.model === null && recorded[variable] === null)) continue;
    const wanted = variable === "API_BASE_URL" ? publicAddress(variables.API_BASE_URL) : variables[variable];
    if (wanted === recorded[variable]) continue;
    throw new StartError(
      `Cannot resume ${name} with ${variable} ${wanted}: the run was begun with ${recorded[variable] ?? "none"}. ${remedy}`,
    );
  }
}

function addressOf({ api_base_url }: RunSettings, environment: Environment): Partial<Variables> {
  return environment.API_BASE_URL?.trim() || api_base_url === null ? {} : { API_BASE_URL: api_base_url };
}
