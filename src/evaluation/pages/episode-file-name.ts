/** What a shared episode's file is called. */
import type { EpisodeRecord } from "../../protocol/episode-record.ts";

const LONGEST = 120;

/**
 * Task, player and seed in letters, digits, `.`, `_` and `-`, whatever a stranger's names hold: no name leads elsewhere or hides
 * its ending. @param ending without the point
 */
export function episodeFileName(
  { task_name, agent, model, seed }: Pick<EpisodeRecord, "task_name" | "agent" | "model" | "seed">,
  ending: "html" | "jsonl",
): string {
  const words = [task_name, model ?? agent, `seed-${seed}`].map((word) =>
    word.replaceAll(/[^\w-]+/g, "-").replaceAll(/^-+|-+$/g, ""),
  );
  return `${words
    .filter((word) => word !== "")
    .join("-")
    .slice(0, LONGEST)}.${ending}`;
}
