/** Which episodes of a run are exported. */
import { SPLITS, type Split } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import type { LeftOutReason } from "./left-out.ts";

export const EXPORT_FORMATS = ["sft", "dpo", "inspect", "raw"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `unknown`: the record does not say which split its program is in. */
export const NAMED_SPLITS = [...SPLITS, "unknown"] as const;
export type NamedSplit = Split | "unknown";

export interface ExportFilters {
  /** Only solved episodes, or unsolved ones too; null: as the format has it without being asked. */
  readonly solved: boolean | null;
  /** Only episodes that returned at least so much. */
  readonly minReturn: number | null;
  /** Only these splits; null: all that the format may hold without being asked. */
  readonly splits: readonly NamedSplit[] | null;
}

export interface ExportWishes {
  readonly format: ExportFormat;
  readonly filters: ExportFilters;
  /** Agents without a model speak by tool calls, instead of by JSON. */
  readonly tools: boolean;
}

export interface EpisodeSelection {
  readonly episodes: readonly EpisodeDigest[];
  /** Why others were left out, each time. */
  readonly leftOut: readonly LeftOutReason[];
}

/** What a model may learn from unless it is asked for by name: a test that was trained on measures nothing. */
const TRAINABLE: readonly NamedSplit[] = ["train", "validation"];

export function selectEpisodes(episodes: readonly EpisodeDigest[], wishes: ExportWishes): EpisodeSelection {
  const judged = episodes.map((episode) => ({ episode, reason: whyLeftOut(episode, wishes) }));
  return {
    episodes: judged.flatMap(({ episode, reason }) => (reason === null ? [episode] : [])),
    leftOut: judged.flatMap(({ reason }) => reason ?? []),
  };
}

/** For pairs the filters hold for the better episode of a pair, so that solved and return are not looked at here. */
export function whyLeftOut(episode: EpisodeDigest, wishes: ExportWishes): LeftOutReason | null {
  const { format, filters } = wishes;
  // A log for looking at is no training data.
  const splits = filters.splits ?? (format === "inspect" ? NAMED_SPLITS : TRAINABLE);
  const split = episode.split ?? "unknown";
  if (!splits.includes(split)) return `split_${split}`;
  if (format !== "inspect" && episode.ending === "error") return "error";
  // The better of two episodes may be the one that cheats.
  if (format !== "inspect" && episode.cheated !== null) return "impossible";
  return format === "dpo" ? null : failedFilter(episode, wishes);
}

/** Why an episode does not pass; null if it does. */
export function failedFilter(episode: EpisodeDigest, { format, filters }: ExportWishes): LeftOutReason | null {
  const { solved, minReturn } = filters;
  // What is fine-tuned on is imitated, whole.
  if ((solved ?? format === "sft") && !episode.solved) {
    return solved === null ? "not_solved_by_default" : "not_solved";
  }
  if (minReturn !== null && episode.return < minReturn) return "low_return";
  return null;
}
