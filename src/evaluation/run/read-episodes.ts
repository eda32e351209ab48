/** Reads `episodes.jsonl`: one episode a line, with what is wrong with lines that are none. */

import { parseJson } from "../../ground/parse-json.ts";
import { readLines } from "../../ground/read-lines.ts";
import { type EpisodeRecord, episodeRecordSchema } from "../../protocol/protocol.ts";

/** A line that is no episode, and why. */
export interface BadLine {
  readonly line: number;
  readonly problem: string;
}

export interface GoodLine {
  readonly line: number;
  readonly record: EpisodeRecord;
  /** Characters of the line. */
  readonly size: number;
}

export type EpisodeLine = GoodLine | BadLine;

/**
 * The lines of the file in order, numbered from 1. A line that was cut off when a run was killed, or that does not hold
 * an episode, is told as such and stops nothing.
 * @throws Error when the file cannot be read
 */
export async function* readEpisodes(file: string): AsyncGenerator<EpisodeLine> {
  try {
    for await (const { line, text } of readLines(file)) yield parseEpisode(text, line);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot read the episodes of ${file}: ${why}. Name a run folder that \`tracefix eval\` wrote.`, {
      cause: error,
    });
  }
}

/** One line of the file. */
export function parseEpisode(text: string, line: number): EpisodeLine {
  const value = parseJson(text);
  if (value === undefined) {
    return { line, problem: "it is not whole JSON: the run was probably killed while it was written" };
  }
  const parsed = episodeRecordSchema.safeParse(value);
  if (parsed.success) return { line, record: parsed.data, size: text.length };
  const [issue] = parsed.error.issues;
  return { line, problem: `it is not an episode: ${issue?.path.join(".") || "the line"}: ${issue?.message}` };
}
