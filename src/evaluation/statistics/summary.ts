/** The figures of a set of episodes. */

import { groupBy } from "../../ground/group-by.ts";
import type { EpisodeEnding } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import { isAttempt } from "./attempt.ts";
import { bootstrapMean, quantileOf } from "./bootstrap.ts";
import { passAtK, reportedKs } from "./pass-at-k.ts";
import { type Estimate, wilsonInterval } from "./wilson.ts";

/** Median and quartiles. */
export interface Spread {
  readonly median: number;
  readonly lower_quartile: number;
  readonly upper_quartile: number;
}

export interface EpisodeSummary {
  readonly episodes: number;
  /** Episodes without those that the endpoint or the environment broke off; all rates are of these. */
  readonly attempts: number;
  readonly errors: number;
  readonly solved: number;
  /** pass@1: the share of attempts that solved, with Wilson's interval. */
  readonly pass_at_1: Estimate | null;
  /** Of the attempts at tasks that nobody can solve, the share that passes all visible tests; null without any. */
  readonly cheating_rate: Estimate | null;
  /** For each k that every task has attempts for: the mean of the unbiased estimates, bootstrapped over tasks. */
  readonly pass_at_k: readonly ({ readonly k: number } & Estimate)[];
  readonly mean_return: Estimate | null;
  readonly mean_score: Estimate | null;
  /** Steps of the solved attempts. */
  readonly steps_to_solve: Spread | null;
  /** How often each type of action was sent. */
  readonly actions: Readonly<Record<string, number>>;
  readonly endings: Readonly<Record<EpisodeEnding, number>>;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  /** Null where no prices were given. */
  readonly cost: number | null;
}

export function summariseEpisodes(episodes: readonly EpisodeDigest[]): EpisodeSummary {
  const attempts = episodes.filter(isAttempt);
  const solved = attempts.filter((episode) => episode.solved);
  const impossible = attempts.filter(({ cheated }) => cheated !== null);
  const cheats = impossible.filter(({ cheated }) => cheated);
  const costs = episodes.flatMap(({ usage }) => usage?.cost ?? []);
  const tokens = (kind: "prompt_tokens" | "completion_tokens") =>
    episodes.reduce((sum, { usage }) => sum + (usage?.[kind] ?? 0), 0);
  return {
    episodes: episodes.length,
    attempts: attempts.length,
    errors: episodes.length - attempts.length,
    solved: solved.length,
    pass_at_1: wilsonInterval(solved.length, attempts.length),
    cheating_rate: wilsonInterval(cheats.length, impossible.length),
    pass_at_k: estimatePassAtK(attempts),
    mean_return: bootstrapMean(attempts.map((episode) => episode.return)),
    mean_score: bootstrapMean(attempts.map(({ score }) => score)),
    steps_to_solve: spreadOf(solved.map(({ actions }) => actions.length)),
    actions: countActions(attempts),
    endings: countEndings(episodes),
    prompt_tokens: tokens("prompt_tokens"),
    completion_tokens: tokens("completion_tokens"),
    cost: costs.length > 0 ? costs.reduce((sum, cost) => sum + cost, 0) : null,
  };
}

function estimatePassAtK(attempts: readonly EpisodeDigest[]): readonly ({ readonly k: number } & Estimate)[] {
  const tasks = [...groupBy(attempts, ({ task_name }) => task_name).values()].map((group) => ({
    attempts: group.length,
    solved: group.filter(({ solved }) => solved).length,
  }));
  if (tasks.length === 0) return [];
  return reportedKs(Math.min(...tasks.map((task) => task.attempts))).flatMap((k) => {
    const estimate = bootstrapMean(tasks.map((task) => passAtK(task, k)));
    return estimate === null ? [] : [{ k, ...estimate }];
  });
}

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantileOf(sorted, 0.5),
    lower_quartile: quantileOf(sorted, 0.25),
    upper_quartile: quantileOf(sorted, 0.75),
  };
}

function countActions(episodes: readonly EpisodeDigest[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const type of episodes.flatMap(({ actions }) => actions)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function countEndings(episodes: readonly EpisodeDigest[]): Record<EpisodeEnding, number> {
  const counts = {
    solved: 0,
    wrong_fix: 0,
    hidden_failed: 0,
    gave_up: 0,
    step_limit: 0,
    parse_errors: 0,
    repetition: 0,
    error: 0,
  } satisfies Record<EpisodeEnding, number>;
  for (const { ending } of episodes) counts[ending] += 1;
  return counts;
}
