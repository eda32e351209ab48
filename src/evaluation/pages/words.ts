/** The words that reports and shared episodes use for what the records name. */
import type { EpisodeEnding } from "../../protocol/protocol.ts";

/** What each ending means, in the order in which reports list them. */
export const ENDING_WORDS: Readonly<Record<EpisodeEnding, string>> = {
  solved: "solved",
  hidden_failed: "visible passed, hidden failed",
  wrong_fix: "wrong fix",
  gave_up: "gave up",
  step_limit: "step limit",
  repetition: "repeated itself",
  parse_errors: "parse errors",
  error: "endpoint or environment error",
};

export const ENDINGS_IN_ORDER = Object.keys(ENDING_WORDS).filter((key): key is EpisodeEnding => key in ENDING_WORDS);

/** How an ending is coloured. */
export function toneOf({ ending }: { readonly ending: EpisodeEnding }): "good" | "bad" | "plain" {
  if (ending === "solved") return "good";
  return ending === "error" ? "plain" : "bad";
}
