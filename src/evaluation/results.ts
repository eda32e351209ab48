/** How a run went, from its episodes: `results.json`, and the figures of a run that is still going on. */
import type { EpisodeRecord, EpisodeResult, RunRecord, RunResults } from "../protocol/protocol.ts";
import { RUN_RECORD_VERSION } from "../protocol/protocol.ts";
import type { EpisodeDigest } from "./run/digest.ts";
import type { EpisodeIndex } from "./run/episode-index.ts";
import { isAttempt } from "./statistics/attempt.ts";
import { meanOf } from "./statistics/bootstrap.ts";
import { wilsonInterval } from "./statistics/wilson.ts";

/** Success means solved, and well enough. */
export function isSuccess({ solved, score }: Pick<EpisodeRecord, "solved" | "score">, threshold: number): boolean {
  return solved && score >= threshold;
}

/** @param index what one pass over the run's episodes left */
export function collectResults(
  index: EpisodeIndex,
  { run, planned }: { run: RunRecord; planned: readonly string[] },
): RunResults {
  const { settings } = run;
  const { usage } = index;
  const byKey = new Map(
    index.episodes.map((digest) => [digest.key, resultOf(digest, settings.success_score_threshold)]),
  );
  const episodes = planned.flatMap((key) => byKey.get(key) ?? []);
  const cheating = wilsonInterval(
    index.episodes.filter((one) => isAttempt(one) && one.cheated === true).length,
    index.episodes.filter((one) => isAttempt(one) && one.cheated !== null).length,
  );
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
    ...(cheating && { cheating_rate: cheating.value }),
    mean_score: attempts.length === 0 ? null : meanOf(attempts.map(({ score }) => score)),
    mean_return: attempts.length === 0 ? null : meanOf(attempts.map((episode) => episode.return)),
    usage,
    episodes,
  };
}

function resultOf(digest: EpisodeDigest, threshold: number): EpisodeResult {
  const { key, task_name, difficulty, bug_type, split, seed, repetition, solved, score, ending, error } = digest;
  const success = isSuccess(digest, threshold);
  const steps = digest.actions.length;
  const place = { key, task_name, difficulty, bug_type, split, seed, repetition };
  return { ...place, success, solved, score, return: digest.return, steps, ending, error };
}
