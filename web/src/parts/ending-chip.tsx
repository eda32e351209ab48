/** How an episode ended, in a word or two. */
import type { EpisodeEnding } from "../../../src/protocol/episode-record.ts";

export const ENDING_LABELS: Readonly<Record<EpisodeEnding, string>> = {
  solved: "solved",
  wrong_fix: "wrong fix",
  hidden_failed: "hidden tests failed",
  gave_up: "gave up",
  step_limit: "out of steps",
  parse_errors: "could not be read",
  repetition: "repeated itself",
  error: "error",
};

export function EndingChip({ ending }: { readonly ending: EpisodeEnding }) {
  return <span class={`chip ${ending === "solved" ? "solved" : "unsolved"}`}>{ENDING_LABELS[ending]}</span>;
}
