/** Episodes as rows of a list, wherever they come from, and choosing among them. */

import { z } from "zod";
import { parseJson } from "../../../src/ground/parse-json.ts";
import {
  type EpisodeEnding,
  type EpisodeRecord,
  episodeRecordSchema,
  readEpisodeRecord,
} from "../../../src/protocol/episode-record.ts";
import type { RunRow, WatchedEpisode } from "../../../src/protocol/page.ts";

/** What is not known of an episode, or not told, is null: a list without it has no column for it. */
export interface EpisodeRow {
  readonly key: string;
  /** What the page's address says of it. */
  readonly query: Readonly<Record<string, string>>;
  readonly task: string;
  readonly agent: string;
  readonly difficulty: string;
  readonly split: string | null;
  readonly seed: number | null;
  readonly steps: number;
  readonly return: number;
  readonly score: number | null;
  readonly solved: boolean;
  readonly ending: EpisodeEnding | null;
  readonly tokens: number | null;
  readonly durationMs: number | null;
  /** When it began, as milliseconds. */
  readonly startedAt: number | null;
  /** Of one that lives, for how many minutes nothing was done in it; left out where something is. */
  readonly idle?: number | null;
}

/** As much of a record as a list shows; the whole is read when it is opened. */
const briefSchema = z.looseObject({
  key: episodeRecordSchema.shape.key,
  agent: episodeRecordSchema.shape.agent,
  model: episodeRecordSchema.shape.model,
  task_name: episodeRecordSchema.shape.task_name,
  difficulty: episodeRecordSchema.shape.difficulty,
  split: episodeRecordSchema.shape.split,
  seed: episodeRecordSchema.shape.seed,
  steps: z.array(z.unknown()),
  return: z.number(),
  score: z.number(),
  solved: z.boolean(),
  ending: episodeRecordSchema.shape.ending,
  usage: episodeRecordSchema.shape.usage,
  started_at: z.string(),
  duration_ms: z.number(),
});

/** @returns null for what is no episode */
export function readBrief(text: string): Omit<EpisodeRow, "query"> | null {
  const read = briefSchema.safeParse(parseJson(text));
  if (!read.success) return null;
  const { key, steps, usage } = read.data;
  const tokens = usage && usage.prompt_tokens + usage.completion_tokens;
  return { key, ...commonOf({ ...read.data, steps: steps.length, tokens }) };
}

/** @throws Error that says what is wrong with the text */
export function readRecord(text: string): EpisodeRecord {
  const read = readEpisodeRecord(text);
  if ("record" in read) return read.record;
  throw new Error(`This is no episode that can be replayed: ${read.problem}.`);
}

export function fromRunRow(run: string, row: RunRow): EpisodeRow {
  return { key: row.key, query: { run, line: String(row.line) }, ...commonOf(row) };
}

type Recorded = Pick<
  RunRow,
  | "agent"
  | "model"
  | "task_name"
  | "difficulty"
  | "split"
  | "seed"
  | "steps"
  | "return"
  | "score"
  | "solved"
  | "ending"
  | "tokens"
  | "started_at"
  | "duration_ms"
>;

/** What every recorded episode tells, wherever it is listed. */
function commonOf(recorded: Recorded): Omit<EpisodeRow, "key" | "query"> {
  const { agent, model, task_name, started_at, duration_ms, seed, tokens } = recorded;
  const { difficulty, split, steps, score, solved, ending } = recorded;
  return {
    task: task_name,
    agent: model ?? agent,
    difficulty,
    split,
    seed: seed < 0 ? null : seed,
    steps,
    return: recorded.return,
    score,
    solved,
    ending,
    tokens: tokens || null,
    durationMs: duration_ms || null,
    startedAt: timeOf(started_at),
  };
}

export function fromWatched(row: WatchedEpisode): EpisodeRow {
  const { id, task, agent, difficulty, split, seed, step_count, solved, ending, started_at, active_at } = row;
  const startedAt = timeOf(started_at);
  const lastAt = timeOf(active_at);
  return {
    key: id,
    query: { id },
    task,
    agent: agent ?? "unnamed",
    difficulty,
    split,
    seed: seed < 0 ? null : seed,
    steps: step_count,
    return: row.return,
    score: null,
    solved: solved ?? false,
    ending,
    tokens: null,
    durationMs: startedAt === null || lastAt === null ? null : lastAt - startedAt,
    startedAt,
  };
}

/** Null of what is no time. */
function timeOf(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

export interface EpisodeFilter {
  readonly words: string;
  /** An ending, `unsolved`, or nothing. */
  readonly ending: string;
  readonly agent?: string;
  readonly difficulty?: string;
  readonly split?: string;
}

export function filterEpisodes(rows: readonly EpisodeRow[], filter: EpisodeFilter): readonly EpisodeRow[] {
  const { words, ending, agent = "", difficulty = "", split = "" } = filter;
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && [ending, agent, difficulty, split].every((value) => value === "")) return rows;
  return rows.filter((row) => {
    if (ending === "unsolved" ? row.solved : ending !== "" && row.ending !== ending) return false;
    if (agent !== "" && row.agent !== agent) return false;
    if (difficulty !== "" && row.difficulty !== difficulty) return false;
    if (split !== "" && row.split !== split) return false;
    if (wanted.length === 0) return true;
    const text = searchText(row);
    return wanted.every((word) => text.includes(word));
  });
}

/** Made once a row: it is looked at with every letter that is typed. */
const texts = new WeakMap<EpisodeRow, string>();

function searchText(row: EpisodeRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { task, agent, difficulty, split, seed, key } = row;
  // Names are found as they are written here, and as they stand in files.
  const text =
    `${task} ${task.replaceAll("_", " ")} ${agent} ${difficulty} ${split ?? ""} ${seed ?? ""} ${key}`.toLowerCase();
  texts.set(row, text);
  return text;
}

/** So many different values are offered to choose from at most. */
const MOST_VALUES = 200;

/** What there is to choose from in a column, sorted; nothing where all rows say the same. */
export function valuesOf(rows: readonly EpisodeRow[], column: "agent" | "difficulty" | "split"): readonly string[] {
  const values = new Set<string>();
  for (const row of rows) {
    const value = row[column];
    if (value !== null) values.add(value);
    if (values.size > MOST_VALUES) break;
  }
  return values.size < 2 ? [] : [...values].sort();
}
