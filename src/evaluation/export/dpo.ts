/** Pairs of a better and a worse episode of the same task, for learning from preferences. */
import type { ChatMessage, EpisodeRecord } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import { groupBy } from "../statistics/group-by.ts";
import { conversationOf, endWithAnswer } from "./conversation.ts";
import { type Filters, failedFilter } from "./select.ts";

export interface Pair {
  /** The lines of the two episodes. */
  readonly better: number;
  readonly worse: number;
}

/** Within a task the best with the worst, the second best with the second worst, and so on, while returns differ. */
export function pairEpisodes(episodes: readonly EpisodeDigest[], filters: Filters): readonly Pair[] {
  return [...groupBy(episodes, ({ task_name }) => task_name).values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => b.return - a.return || a.line - b.line);
    return sorted.slice(0, Math.floor(sorted.length / 2)).flatMap((better, place): Pair[] => {
      const worse = sorted[sorted.length - 1 - place];
      if (worse === undefined || worse.return >= better.return || failedFilter(better, filters) !== null) return [];
      return [{ better: better.line, worse: worse.line }];
    });
  });
}

/**
 * `{"prompt": […], "chosen": […], "rejected": […]}`: the prompt is what both conversations begin with, up to the answer in
 * which they part. Null if they never part.
 */
export function toDpoExample(better: EpisodeRecord, worse: EpisodeRecord): object | null {
  const [chosen, rejected] = [better, worse].map((record) => endWithAnswer(conversationOf(record)));
  if (chosen === undefined || rejected === undefined) return null;
  const parting = chosen.findIndex((message, place) => !isSame(message, rejected[place]));
  // What differs first must be something said by the model; a prompt of other words makes them no pair.
  if (parting === -1 || chosen[parting]?.role !== "assistant" || rejected[parting]?.role !== "assistant") return null;
  return { prompt: chosen.slice(0, parting), chosen: chosen.slice(parting), rejected: rejected.slice(parting) };
}

function isSame(a: ChatMessage, b: ChatMessage | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
