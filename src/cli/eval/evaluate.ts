/** The verb `tracefix eval`: from flags to a folder of episodes, with a server of its own where none is named. */
import type { LlmOptions } from "../../agents/llm/llm-agent.ts";
import { createAgent } from "../../agents/registry.ts";
import { namedAddress } from "../../client/address.ts";
import { TraceFixClient } from "../../client/tracefix-client.ts";
import { gradingProblem } from "../../evaluation/replay/same-grading.ts";
import { RunFolderError } from "../../evaluation/run/run-folder.ts";
import { askServer, ServerError, type ServerFacts } from "../../evaluation/server-tasks.ts";
import type { RunResults, RunSettings } from "../../protocol/protocol.ts";
import { BrokenProgramError } from "../../tasks/broken-program.ts";
import { Interrupted, onSignals, type Signalled } from "../stop-on-signals.ts";
import { checkEndpoint, tokenOf } from "./check-endpoint.ts";
import { openLocalTasks } from "./local-tasks.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { playRun } from "./play-run.ts";
import { type Prepared, prepareAll } from "./prepare.ts";
import { redactorOf } from "./secrets.ts";
import { StartError } from "./settings.ts";
import { createPrinter, type Terminal } from "./terminal.ts";

export type EvaluationHost = Signalled & Terminal & { readonly env: Readonly<Record<string, string | undefined>> };

/** @returns the exit code: 0 completed, 1 not completed, 2 not begun, 130 and the like stopped */
export async function runEvaluation(given: Readonly<Record<string, unknown>>, host: EvaluationHost): Promise<number> {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const ignore = onSignals((why) => controller.abort(why), { signals, target: host });
  const redact = redactorOf([host.env.HF_TOKEN, host.env.API_KEY, host.env.TRACEFIX_TOKEN]);
  try {
    await run(await prepareAll(given, host.env), { host, controller, redact });
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    host.stderr.write(`${redact(message)}\n`);
    if (error instanceof Interrupted) return error.exitCode;
    return NOT_BEGUN.some((kind) => error instanceof kind) ? 2 : 1;
  } finally {
    ignore();
  }
}

/** Tests that loop take their time on a busy server, and waiting for it is no fault. */
const CALL_LIMIT_MS = 600_000;
const NOT_BEGUN = [StartError, ServerError, RunFolderError, BrokenProgramError];

interface Running {
  readonly host: EvaluationHost;
  readonly controller: AbortController;
  readonly redact: (text: string) => string;
}

/** @param agents what each agent is to play; they differ in nothing else, and play one after the other on one server */
async function run(agents: readonly [Prepared, ...Prepared[]], { host, controller, redact }: Running): Promise<void> {
  const [{ variables, flags }] = agents;
  const { signal } = controller;
  const usesModel = agents.some(({ agent }) => agent === "llm");
  const local = await openLocalTasks({ programs: flags.programs, environment: host.env });

  await using own = variables.ENV_BASE_URL === undefined ? await ownServer(agents[0], { host, controller }) : null;
  const url = own?.url ?? variables.ENV_BASE_URL ?? "";
  const access = own === null ? (variables.TRACEFIX_TOKEN ?? null) : null;
  const server = await askServer(url, { signal, known: own, token: access });
  if (own === null) refuseOtherSet(agents[0], server);
  // The flags first: who has mistyped a task need not look for a token to be told so.
  const runs = agents.map((prepared) => {
    refuseOtherTasks(prepared, server);
    refuseOtherGrading(prepared, server);
    return { prepared, settings: prepared.settingsFor(server.tasks) };
  });
  const token = usesModel ? tokenOf(variables) : null;
  if (token !== null) await checkEndpoint(variables.API_BASE_URL, { token, signal });
  const printer = createPrinter(host, redact);
  const results: RunResults[] = [];
  try {
    for (const { prepared, settings } of runs) {
      const llm = token === null ? null : llmOptions(settings, { baseUrl: variables.API_BASE_URL, apiKey: token });
      const agent = createAgent(prepared.agent, { referenceEdits: local.referenceEdits, llm });
      // Who watches the server sees who plays.
      const address = namedAddress(url, settings.model ?? settings.agent);
      const connect = (limit: AbortSignal) =>
        TraceFixClient.connect(address, { signal: limit, timeoutMs: CALL_LIMIT_MS, token: access });
      const onResults = (result: RunResults) => results.push(result);
      const shared = { server, local, printer, terminal: host, redact, signal, connect };
      await playRun({ ...shared, prepared, settings, agent, onResults });
    }
  } finally {
    if (flags.json && results.length > 0) {
      printer.print(JSON.stringify(agents.length === 1 ? results[0] : results, null, 2));
    }
  }
}

async function ownServer(
  { flags, taskSet: set }: Prepared,
  { host, controller }: Omit<Running, "redact">,
): Promise<OwnServer> {
  const taskSet = set ?? undefined;
  const server = await startOwnServer({ programs: flags.programs, environment: host.env, taskSet });
  void server.lost.then((why) => controller.abort(why));
  return server;
}

/** A running server lists the tasks of one set, which its operator chose. */
function refuseOtherSet({ taskSet }: Prepared, { taskSetHash, setHashes }: ServerFacts): void {
  if (taskSet === null || (taskSetHash !== null && setHashes.get(taskSet) === taskSetHash)) return;
  throw new StartError(
    `Cannot play the set ${taskSet} on the server that ENV_BASE_URL names: its usual set is another one, or it does not say. ` +
      `Start it with TASK_SET=${taskSet}, leave ENV_BASE_URL out, or name its own set with --task-set.`,
  );
}

/** Episodes of other tasks are not to be mixed into a run. */
function refuseOtherTasks({ resumed }: Prepared, { taskSetHash }: ServerFacts): void {
  const begun = resumed?.server.task_set_hash ?? null;
  if (resumed === null || begun === null || taskSetHash === null || begun === taskSetHash) return;
  throw new StartError(
    `Cannot resume ${resumed.name}: the server's tasks are not those that the run was begun with. ` +
      "Let ENV_BASE_URL name a server that has them, or begin a new run.",
  );
}

/** Nor are episodes whose hidden tests or scores are made in another way. */
function refuseOtherGrading({ resumed }: Prepared, { grading }: ServerFacts): void {
  const problem = resumed === null ? null : gradingProblem(resumed.server, grading);
  if (resumed === null || problem === null) return;
  throw new StartError(`Cannot resume ${resumed.name}: ${problem}, or begin a new run.`);
}

function llmOptions(settings: RunSettings, { baseUrl, apiKey }: { baseUrl: string; apiKey: string }): LlmOptions {
  return {
    baseUrl,
    apiKey,
    model: settings.model ?? "",
    temperature: settings.temperature,
    maxTokens: settings.max_tokens,
    requestTimeoutMs: settings.request_timeout_s * 1000,
    retries: settings.retries,
    thought: settings.thought,
    tools: settings.tools,
    stream: settings.stream,
    contextTokens: settings.context_tokens,
    priceIn: settings.price_in,
    priceOut: settings.price_out,
  };
}
