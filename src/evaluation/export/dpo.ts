/** Pairs of a better and a worse answer at the same point of a task, for learning from preferences. */
import { groupBy } from "../../ground/group-by.ts";
import { countReason, type ReasonCounts, type UnpairedReason } from "./left-out.ts";
import { type TrainingMessage, toolsColumn } from "./training-form.ts";

/** An episode that may be half of a pair. */
export interface PairCandidate {
  readonly task_name: string;
  readonly return: number;
  /** Whether it may be the better half. */
  readonly passes: boolean;
  /** Up to its last answer. */
  readonly messages: readonly TrainingMessage[];
}

export interface EpisodePairs {
  /** `{"prompt": […], "chosen": [one answer], "rejected": [one answer]}`, and `"tools"` where tools are called. */
  readonly pairs: readonly object[];
  /** Why others are none, and how often. */
  readonly unpaired: ReasonCounts<UnpairedReason>;
}

/**
 * Within a task the best with the worst, the second best with the second worst, and so on, while returns differ. Only the
 * answer in which the two part is chosen and rejected: what comes after it answers other observations.
 */
export function pairEpisodes(candidates: readonly PairCandidate[]): EpisodePairs {
  const pairs = new Map<string, object>();
  const unpaired = new Map<UnpairedReason, number>();
  for (const group of groupBy(candidates, beginningOf).values()) {
    if (group.length === 1) {
      countReason(unpaired, "alone");
      continue;
    }
    const sorted = [...group].sort((a, b) => b.return - a.return);
    for (const [better, worse] of zipEnds(sorted)) {
      const pair = worse.return < better.return ? partingOf(better, worse) : "equal_returns";
      const key = JSON.stringify(pair);
      if (typeof pair === "string") countReason(unpaired, pair);
      else if (!better.passes) countReason(unpaired, "better_one_left_out");
      else if (pairs.has(key)) countReason(unpaired, "same_pair");
      else pairs.set(key, pair);
    }
  }
  return { pairs: [...pairs.values()], unpaired };
}

/** Its task and its words before the first answer: only episodes that share them can part in an answer. */
function beginningOf({ task_name, messages }: PairCandidate): string {
  const first = messages.findIndex(({ role }) => role === "assistant");
  return JSON.stringify([task_name, messages.slice(0, first)]);
}

function* zipEnds<T>(sorted: readonly T[]): Generator<readonly [T, T]> {
  for (let place = 0; place < Math.floor(sorted.length / 2); place += 1) {
    const [one, other] = [sorted[place], sorted[sorted.length - 1 - place]];
    if (one !== undefined && other !== undefined) yield [one, other];
  }
}

/** @returns the pair, or why the two are none */
function partingOf({ messages: better }: PairCandidate, { messages: worse }: PairCandidate): object | UnpairedReason {
  const place = better.findIndex((message, at) => JSON.stringify(message) !== JSON.stringify(worse[at]));
  const [chosen, rejected] = [better[place], worse[place]];
  if (chosen?.role !== "assistant" || rejected?.role !== "assistant") return "never_part_in_an_answer";
  const prompt = better.slice(0, place);
  return { prompt, chosen: [chosen], rejected: [rejected], ...toolsColumn([...prompt, chosen, rejected]) };
}
