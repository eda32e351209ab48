/** The verb `tracefix replay`: plays recorded episodes again and says whether every byte is the same. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { namedAddress } from "../client/address.ts";
import { TraceFixClient } from "../client/tracefix-client.ts";
import { type EpisodeReplay, replayEpisode } from "../evaluation/replay/replay-episode.ts";
import { gradingProblem } from "../evaluation/replay/same-grading.ts";
import { type EpisodeLine, readEpisodes } from "../evaluation/run/read-episodes.ts";
import { askGrading } from "../evaluation/server-tasks.ts";
import { EPISODES_FILE, type GradingNames } from "../protocol/protocol.ts";
import { startOwnServer } from "./eval/own-server.ts";

export interface ReplayOptions {
  /** A run's folder, its `episodes.jsonl`, or a file that holds one episode. */
  readonly path: string;
  /** Only the episode of this line, from 1. */
  readonly line: number | null;
  /** A running server; without one, one is started and stopped at the end. */
  readonly url: string | undefined;
  /** Of the running server, where it asks for one. */
  readonly token?: string | null;
  readonly programs: readonly string[];
  readonly signal: AbortSignal;
  /** Where lines that are no episodes are told. */
  readonly log: Writable;
}

/**
 * Prints one line an episode.
 * @returns the exit code: 0 if every byte was the same, 1 if not, 2 if the server can replay none of them
 * @throws Error when there is no such episode, ClientError when there is no such server
 */
export async function replayEpisodes(options: ReplayOptions, output: Writable): Promise<number> {
  const { path, line, url, token: given = null, programs, signal, log } = options;
  const found = await stat(path).catch(() => null);
  if (found === null) {
    throw new Error(
      `Cannot replay ${path}: there is no such file or folder. Name a run's folder, or its ${EPISODES_FILE}.`,
    );
  }
  const file = found.isDirectory() ? join(path, EPISODES_FILE) : path;
  await using server = url === undefined ? await startOwnServer({ programs, environment: process.env }) : null;
  // One that opens another server is shown to none of ours.
  const token = url === undefined ? null : given;
  const address = url ?? server?.url ?? "";
  const verdicts: Verdict[] = [];
  let asked: Promise<GradingNames> | null = null;
  // Not before there is an episode: without one no server is needed.
  const grading = () => (asked ??= askGrading(address, { signal, token }));
  for await (const entry of readEpisodes(file)) {
    if (line !== null && entry.line !== line) continue;
    const verdict = await replayLine(entry, { address, token, grading, signal, log, output });
    if (verdict !== null) verdicts.push(verdict);
  }
  if (verdicts.length === 0) {
    const place = line === null ? file : `line ${line} of ${file}`;
    throw new Error(
      `Cannot replay ${place}: there is no whole episode. Name a run's folder, and a line of its episodes.`,
    );
  }
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const [same, different, impossible] = [count("same"), count("different"), count("impossible")];
  const leftOver = impossible === 0 ? "" : `, ${impossible} not replayed`;
  output.write(`${same} the same, ${different} different${leftOver}\n`);
  if (impossible === verdicts.length) return NOTHING_REPLAYED;
  return different + impossible === 0 ? 0 : 1;
}

/** Impossible: the server grades in another way than the one on which it was recorded. */
type Verdict = "same" | "different" | "impossible";

const NOTHING_REPLAYED = 2;

interface LineOptions {
  readonly address: string;
  readonly token: string | null;
  /** The server's. */
  readonly grading: () => Promise<GradingNames>;
  readonly signal: AbortSignal;
  readonly log: Writable;
  readonly output: Writable;
}

/** @returns null where there was nothing to replay */
async function replayLine(entry: EpisodeLine, options: LineOptions): Promise<Verdict | null> {
  const { address, token, grading, signal, log, output } = options;
  if ("problem" in entry) {
    log.write(`Line ${entry.line} is left out: ${entry.problem}.\n`);
    return null;
  }
  if (Object.keys(entry.record.initial_observation.code_dict).length === 0) {
    log.write(`Line ${entry.line} is left out: the episode never began.\n`);
    return null;
  }
  await using client = await TraceFixClient.connect(namedAddress(address, "tracefix replay"), { signal, token });
  const problem = gradingProblem(entry.record, await grading());
  if (problem !== null) {
    output.write(`${entry.record.key}: cannot be replayed: ${problem}\n`);
    return "impossible";
  }
  const result = await replayEpisode(entry.record, { client, signal });
  output.write(`${describe(result)}\n`);
  return result.difference === null ? "same" : "different";
}

function describe({ key, answers, difference }: EpisodeReplay): string {
  if (difference === null) return `${key}: the same, ${answers} answers`;
  const { step, path, recorded, replayed } = difference;
  const place = step === 0 ? "the reset" : `step ${step}`;
  return `${key}: different at ${place}, ${path}\n  recorded: ${recorded}\n  replayed: ${replayed}`;
}
