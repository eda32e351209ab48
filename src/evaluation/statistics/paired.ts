/** Compares two runs on the episodes that both played. */
import type { EpisodeRecord } from "../../protocol/episode-record.ts";
import { isAttempt } from "./attempt.ts";
import { bootstrapMean } from "./bootstrap.ts";
import { mcNemar } from "./mcnemar.ts";
import type { Estimate } from "./wilson.ts";

/** What a pair is told by, and compared on. */
export type PairedEpisode = Pick<
  EpisodeRecord,
  "task_name" | "seed" | "repetition" | "ending" | "solved" | "return" | "score"
>;

export interface PairedDifference {
  /** Episodes of the same task, seed and repetition that both attempted. */
  readonly pairs: number;
  /** Attempts of either run that have no partner. */
  readonly unpaired: number;
  readonly only_first_solved: number;
  readonly only_second_solved: number;
  /** The second run's value less the first's, with a bootstrap interval over pairs; null without pairs. */
  readonly solved: Estimate | null;
  readonly return: Estimate | null;
  readonly score: Estimate | null;
  /** Of McNemar's exact test: how likely so uneven a split is if neither solves more than the other. */
  readonly p_value: number;
}

export function pairedDifference(first: readonly PairedEpisode[], second: readonly PairedEpisode[]): PairedDifference {
  const partners = new Map(first.filter(isAttempt).map((episode) => [placeOf(episode), episode]));
  const attempts = second.filter(isAttempt);
  const pairs = attempts.flatMap((b) => {
    const a = partners.get(placeOf(b));
    return a === undefined ? [] : [{ a, b }];
  });
  const only = (who: "a" | "b", other: "a" | "b") =>
    pairs.filter((pair) => pair[who].solved && !pair[other].solved).length;
  const difference = (figureOf: (episode: PairedEpisode) => number) =>
    bootstrapMean(pairs.map(({ a, b }) => figureOf(b) - figureOf(a)));
  const [onlyFirst, onlySecond] = [only("a", "b"), only("b", "a")];
  return {
    pairs: pairs.length,
    unpaired: partners.size + attempts.length - 2 * pairs.length,
    only_first_solved: onlyFirst,
    only_second_solved: onlySecond,
    solved: difference(({ solved }) => Number(solved)),
    return: difference((episode) => episode.return),
    score: difference(({ score }) => score),
    p_value: mcNemar(onlyFirst, onlySecond),
  };
}

function placeOf({ task_name, seed, repetition }: PairedEpisode): string {
  return JSON.stringify([task_name, seed, repetition]);
}
