/** Pairs of a better and a worse answer at the same point of a task, for learning from preferences. */
import { groupBy } from "../statistics/group-by.ts";
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
  readonly unpaired: Readonly<Record<string, number>>;
}

export const RETURNS_DO_NOT_DIFFER = "the returns do not differ";

/**
 * Within a task the best with the worst, the second best with the second worst, and so on, while returns differ. Only the
 * answer in which the two part is chosen and rejected: what comes after it answers other observations.
 */
export function pairEpisodes(candidates: readonly PairCandidate[]): EpisodePairs {
  const pairs = new Map<string, object>();
  const unpaired: Record<string, number> = {};
  const leaveOut = (why: string) => {
    unpaired[why] = (unpaired[why] ?? 0) + 1;
  };
  for (const group of groupBy(candidates, beginningOf).values()) {
    if (group.length === 1) {
      leaveOut("no other episode of the task began with the same words");
      continue;
    }
    const sorted = [...group].sort((a, b) => b.return - a.return);
    for (const [better, worse] of zipEnds(sorted)) {
      const pair = worse.return < better.return ? partingOf(better, worse) : RETURNS_DO_NOT_DIFFER;
      const key = JSON.stringify(pair);
      if (typeof pair === "string") leaveOut(pair);
      else if (!better.passes) leaveOut("the better one does not pass --solved or --min-return");
      else if (pairs.has(key)) leaveOut("the same pair is there already");
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
function partingOf({ messages: better }: PairCandidate, { messages: worse }: PairCandidate): object | string {
  const place = better.findIndex((message, at) => JSON.stringify(message) !== JSON.stringify(worse[at]));
  const [chosen, rejected] = [better[place], worse[place]];
  if (chosen?.role !== "assistant" || rejected?.role !== "assistant") return "the two never part in an answer";
  const prompt = better.slice(0, place);
  return { prompt, chosen: [chosen], rejected: [rejected], ...toolsColumn([...prompt, chosen, rejected]) };
}
