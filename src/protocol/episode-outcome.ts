/** How an episode ended, told from what the protocol shows and from nothing else. */
import type { EpisodeEnding, RecordedStep } from "./episode-record.ts";
import type { CodeObservation } from "./observation.ts";
import { actionTypeOf } from "./plain-action.ts";

/** What an episode scores that did not finish. */
export const UNFINISHED_SCORE = 0.01;
/** Solved finals lie above 0.70 and all others at or below 0.39, so this tells them apart: see docs/reward.md. */
const SOLVED_ABOVE = 0.55;

export interface EpisodeOutcome {
  readonly score: number;
  readonly solved: boolean;
  readonly ending: EpisodeEnding;
}

type Code = CodeObservation["code_dict"];

/**
 * @param last the step that ended the episode
 * @param given the code as reset gave it, to tell an untouched file by
 *
 * ```ts
 * outcomeOfLast(last, observation.code_dict) // { score: 0.01, solved: false, ending: "gave_up" }
 * ```
 */
export function outcomeOfLast(last: RecordedStep, given: Code): EpisodeOutcome {
  const { metadata } = last.observation;
  const score = "reward_components" in metadata ? metadata.reward_components.final : last.reward;
  const solved = score > SOLVED_ABOVE;
  return { score, solved, ending: solved ? "solved" : unsolvedEnding(last, given) };
}

function unsolvedEnding({ action, observation }: RecordedStep, given: Code): EpisodeEnding {
  if (actionTypeOf(action) !== "SUBMIT") return "step_limit";
  if (isSameCode(observation.code_dict, given)) return "gave_up";
  const { test_results } = observation;
  return test_results.length > 0 && test_results.every(({ passed }) => passed) ? "hidden_failed" : "wrong_fix";
}

/**
 * ```ts
 * isSameCode({ "1": "x = 1" }, { "1": "x = 1" }) // true
 * isSameCode({ "1": "x = 1" }, {}) // false
 * ```
 */
export function isSameCode(a: Code, b: Code): boolean {
  const lines = Object.keys(a);
  return a === b || (lines.length === Object.keys(b).length && lines.every((line) => a[line] === b[line]));
}
