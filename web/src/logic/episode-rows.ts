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

export interface EpisodeRow {
  readonly key: string;
  /** What the page's address says of it. */
  readonly query: Readonly<Record<string, string>>;
  readonly task: string;
  readonly agent: string;
  readonly difficulty: string;
  readonly steps: number;
  readonly return: number;
  readonly solved: boolean;
  readonly ending: EpisodeEnding | null;
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
  steps: z.array(z.unknown()),
  return: z.number(),
  solved: z.boolean(),
  ending: episodeRecordSchema.shape.ending,
});

/** @returns null for what is no episode */
export function readBrief(text: string): Omit<EpisodeRow, "query"> | null {
  const read = briefSchema.safeParse(parseJson(text));
  if (!read.success) return null;
  const { key, agent, model, task_name, difficulty, steps, solved, ending } = read.data;
  const player = model ?? agent;
  return {
    key,
    task: task_name,
    agent: player,
    difficulty,
    steps: steps.length,
    return: read.data.return,
    solved,
    ending,
  };
}

/** @throws Error that says what is wrong with the text */
export function readRecord(text: string): EpisodeRecord {
  const read = readEpisodeRecord(text);
  if ("record" in read) return read.record;
  throw new Error(`This is no episode that can be replayed: ${read.problem}.`);
}

export function fromRunRow(run: string, row: RunRow): EpisodeRow {
  const { key, task_name, agent, model, difficulty, steps, solved, ending, line } = row;
  const query = { run, line: String(line) };
  return { key, query, task: task_name, agent: model ?? agent, difficulty, steps, return: row.return, solved, ending };
}

export function fromWatched(row: WatchedEpisode): EpisodeRow {
  const { id, task, agent, difficulty, step_count, solved, ending } = row;
  const who = agent ?? "unnamed";
  return {
    key: id,
    query: { id },
    task,
    agent: who,
    difficulty,
    steps: step_count,
    return: row.return,
    solved: solved ?? false,
    ending,
  };
}

export interface EpisodeFilter {
  readonly words: string;
  /** An ending, `unsolved`, or nothing. */
  readonly ending: string;
}

export function filterEpisodes(rows: readonly EpisodeRow[], { words, ending }: EpisodeFilter): readonly EpisodeRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (ending === "unsolved" ? row.solved : ending !== "" && row.ending !== ending) return false;
    const text = `${row.task} ${row.agent} ${row.difficulty} ${row.key}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
