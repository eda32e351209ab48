/** Reads `episodes.jsonl`: one episode a line, with what is wrong with lines that are none. */
import { readLines } from "../../ground/read-lines.ts";
import { type EpisodeRecord, readEpisodeRecord } from "../../protocol/protocol.ts";

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
  const read = readEpisodeRecord(text);
  return "problem" in read ? { line, ...read } : { line, ...read, size: text.length };
}
