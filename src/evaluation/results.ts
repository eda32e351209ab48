/** How a run went, from its episodes: `results.json`, and the figures of a run that is still going on. */
import { join } from "node:path";
import type { EpisodeRecord, EpisodeResult, RunRecord, RunResults, Usage } from "../protocol/protocol.ts";
import { RUN_RECORD_VERSION } from "../protocol/protocol.ts";
import { readEpisodes } from "./run/read-episodes.ts";
import { EPISODES_FILE } from "./run/read-run.ts";

/** Success means solved, and well enough. */
export function isSuccess({ solved, score }: Pick<EpisodeRecord, "solved" | "score">, threshold: number): boolean {
  return solved && score >= threshold;
}

/** Reads the run's episodes one at a time; of a key that stands there twice the later counts. */
export async function collectResults(
  folder: string,
  { run, planned }: { run: RunRecord; planned: readonly string[] },
): Promise<RunResults> {
  const { settings } = run;
  const byKey = new Map<string, EpisodeResult>();
  let usage: Usage | null = null;
  for await (const entry of readEpisodes(join(folder, EPISODES_FILE))) {
    if (!("record" in entry)) continue;
    const { record } = entry;
    byKey.set(record.key, resultOf(record, settings.success_score_threshold));
    // What was spent on an episode that was played again was spent, too.
    usage = addUsage(usage, record.usage);
  }
  const episodes = planned.flatMap((key) => byKey.get(key) ?? []);
  const attempts = episodes.filter(({ ending }) => ending !== "error");
  const successes = attempts.filter(({ success }) => success).length;
  return {
    version: RUN_RECORD_VERSION,
    name: run.name,
    agent: settings.agent,
    model: settings.model,
    planned: planned.length,
    finished: episodes.length,
    errors: episodes.length - attempts.length,
    solved: attempts.filter(({ solved }) => solved).length,
    successes,
    success_rate: attempts.length === 0 ? null : successes / attempts.length,
    mean_score: mean(attempts.map(({ score }) => score)),
    mean_return: mean(attempts.map((episode) => episode.return)),
    usage,
    episodes,
  };
}

export function addUsage(sum: Usage | null, more: Usage | null): Usage | null {
  if (sum === null || more === null) return sum ?? more;
  return {
    requests: sum.requests + more.requests,
    prompt_tokens: sum.prompt_tokens + more.prompt_tokens,
    completion_tokens: sum.completion_tokens + more.completion_tokens,
    cost: sum.cost === null || more.cost === null ? null : sum.cost + more.cost,
  };
}

function resultOf(record: EpisodeRecord, threshold: number): EpisodeResult {
  const { key, task_name, difficulty, bug_type, split, seed, repetition, solved, score, ending, error } = record;
  const success = isSuccess(record, threshold);
  const steps = record.steps.length;
  const place = { key, task_name, difficulty, bug_type, split, seed, repetition };
  return { ...place, success, solved, score, return: record.return, steps, ending, error };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
