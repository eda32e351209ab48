/** Plays a prepared run: its folder, its episodes, its lines, its results. */
import { execFile } from "node:child_process";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Agent } from "../../agents/agent.ts";
import type { TraceFixClient } from "../../client/tracefix-client.ts";
import { type PlannedEpisode, type PlannedTask, planEpisodes } from "../../evaluation/plan.ts";
import { EpisodePages } from "../../evaluation/report/episode-pages.ts";
import { writeReportOf } from "../../evaluation/report/write-report.ts";
import { collectResults, isSuccess } from "../../evaluation/results.ts";
import { EpisodeIndex } from "../../evaluation/run/episode-index.ts";
import type { EpisodeLine } from "../../evaluation/run/read-episodes.ts";
import { runOf } from "../../evaluation/run/read-run.ts";
import { RESULTS_FILE, RunFolder } from "../../evaluation/run/run-folder.ts";
import { type RunWatcher, runEpisodes } from "../../evaluation/run-episodes.ts";
import type { ServerFacts } from "../../evaluation/server-tasks.ts";
import { isAttempt } from "../../evaluation/statistics/attempt.ts";
import { packageRoot, packageVersion } from "../../ground/package-root.ts";
import {
  countOf,
  RUN_RECORD_VERSION,
  type RunRecord,
  type RunResults,
  type RunSettings,
} from "../../protocol/protocol.ts";
import { readSettings } from "../../server/settings.ts";
import { pageLink } from "../page-link.ts";
import { plannedTask } from "./choose-tasks.ts";
import { LinePrinter } from "./line-printer.ts";
import type { LocalTasks } from "./local-tasks.ts";
import { defaultFolder, type Prepared } from "./prepare.ts";
import { createProgress, type Progress } from "./progress.ts";
import type { Printer, Terminal } from "./terminal.ts";

export interface RunParts {
  readonly prepared: Prepared;
  readonly settings: RunSettings;
  readonly agent: Agent;
  readonly server: ServerFacts;
  readonly local: LocalTasks;
  readonly terminal: Terminal;
  readonly printer: Printer;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
  readonly connect: (signal: AbortSignal) => Promise<TraceFixClient>;
  /** Told how the run went, also when it ended before its end. */
  readonly onResults: (results: RunResults) => void;
}

/** Resolves when every episode has been played. @throws what ended the run before; what was finished is kept */
export async function playRun(parts: RunParts): Promise<void> {
  const { prepared, settings, terminal, redact, onResults } = parts;
  const { flags, resumed } = prepared;
  const path = flags.resume ?? flags.out ?? defaultFolder(settings, Date.now());
  const run = resumed ?? (await describeRun(path, parts));
  const [index, pages] = [new EpisodeIndex(), new EpisodePages()];
  const look = (entry: EpisodeLine): void => {
    index.add(entry);
    pages.add(entry);
  };
  const options = { redact, look };
  await using folder = await (resumed ? RunFolder.open(path, options) : RunFolder.create(path, run, options));
  const plan = await planOf(parts);
  // What ended with an error was nobody's attempt, so it is played again.
  const done = new Set(index.episodes.filter(isAttempt).map(({ key }) => key));
  const left = plan.filter(({ key }) => !done.has(key));
  terminal.stderr.write(`${countOf(left.length, "episode")} to play, in ${path}\n`);
  try {
    await playEpisodes(left, { parts, folder, done: plan.length - left.length });
  } finally {
    const results = collectResults(index, { run, planned: plan.map(({ key }) => key) });
    await folder.write(RESULTS_FILE, results);
    await writeReportOf(await runOf(path, index), pages);
    onResults(results);
    terminal.stderr.write(
      `${summaryOf(results)}\nResults: ${join(path, RESULTS_FILE)}, report: ${join(path, "report.html")}\n${whereToLook(path)}\n`,
    );
  }
}

interface Playing {
  readonly parts: RunParts;
  readonly folder: RunFolder;
  readonly done: number;
}

async function playEpisodes(plan: readonly PlannedEpisode[], { parts, folder, done }: Playing): Promise<void> {
  const { agent, settings, prepared, server, terminal, printer, connect, redact, signal } = parts;
  const { concurrency, json } = prepared.flags;
  const total = plan.length + done;
  const progress = createProgress({ total, done, redact, output: terminal.stderr, now: () => performance.now() });
  const lines = new LinePrinter({
    model: settings.model ?? settings.agent,
    successThreshold: settings.success_score_threshold,
    live: concurrency === 1,
    print: (line) => {
      if (json) return;
      if (printer.sharesTerminal) progress.yieldLine();
      printer.print(line);
    },
  });
  const breakOff = () => lines.breakOff();
  terminal.on("exit", breakOff);
  try {
    const watcher = watcherOf({ lines, folder, progress, threshold: settings.success_score_threshold });
    await runEpisodes(plan, { agent, connect, grading: server.grading, signal, concurrency, watcher, now: Date.now });
  } finally {
    progress.stop();
    terminal.off("exit", breakOff);
  }
}

interface Watching {
  readonly lines: LinePrinter;
  readonly folder: RunFolder;
  readonly progress: Progress;
  readonly threshold: number;
}

function watcherOf({ lines, folder, progress, threshold }: Watching): RunWatcher {
  return {
    started: (planned) => lines.started(planned),
    stepped: (planned, step) => lines.stepped(planned, step),
    async ended(planned, record) {
      // An episode that says it has ended is on the disk.
      const kept = record === null ? null : await folder.append(record).then(() => record);
      lines.ended(planned, kept);
      if (kept !== null) progress.ended(kept, isSuccess(kept, threshold));
    },
  };
}

async function planOf({ settings, server, local }: RunParts): Promise<readonly PlannedEpisode[]> {
  const byName = new Map(server.tasks.map((task) => [task.task_name, task]));
  const tasks: PlannedTask[] = [];
  for (const name of settings.tasks) {
    const task = byName.get(name);
    if (task !== undefined) tasks.push(plannedTask(task, await local.facts(name)));
  }
  const { seed, episodes, repeat, max_steps: maxSteps, tools } = settings;
  // Named, so that a server with another usual set replays it byte for byte.
  const taskSet = settings.task_set ?? server.usualSet;
  return planEpisodes({ tasks, seed, episodes, repeat, maxSteps, tools, taskSet });
}

async function describeRun(path: string, { settings, server, prepared }: RunParts): Promise<RunRecord> {
  const git = promisify(execFile)("git", ["rev-parse", "HEAD"], { cwd: packageRoot() });
  return {
    version: RUN_RECORD_VERSION,
    name: path.split(/[\\/]/).filter(Boolean).at(-1) ?? path,
    created_at: new Date().toISOString(),
    settings,
    versions: {
      tracefix: packageVersion(),
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
    },
    // Outside of a checkout there is none.
    git_commit: await git.then(({ stdout }) => stdout.trim()).catch(() => null),
    server: {
      url: prepared.serverAddress,
      version: server.version,
      task_set_hash: server.taskSetHash,
      ...server.grading,
    },
  };
}

/** How to see the run on the page. A server that is started here finds it in its folder of runs. */
function whereToLook(path: string): string {
  const { RUNS_DIR: usual } = readSettings({});
  const [folder, name] = [dirname(path), basename(resolve(path))];
  const setting = resolve(folder) === resolve(usual) ? "" : `RUNS_DIR=${folder} `;
  return `Look: ${setting}tracefix serve, then ${pageLink("replay?run", name)}`;
}

function summaryOf({ planned, finished, errors, successes, mean_score, usage, cheating_rate }: RunResults): string {
  const attempts = finished - errors;
  const rate = attempts === 0 ? "" : ` (${((100 * successes) / attempts).toFixed(1)} %)`;
  const score = mean_score === null ? "" : `, mean score ${mean_score.toFixed(3)}`;
  const cheating = cheating_rate === undefined ? "" : `, cheating rate ${(100 * cheating_rate).toFixed(1)} %`;
  const tokens = usage === null ? "" : `, ${countOf(usage.prompt_tokens + usage.completion_tokens, "token")}`;
  const cost = usage?.cost == null ? "" : `, cost ${usage.cost.toFixed(4)}`;
  return `${finished} of ${countOf(planned, "episode")}: ${successes} of ${attempts} succeeded${rate}, ${countOf(errors, "error")}${cheating}${score}${tokens}${cost}`;
}
