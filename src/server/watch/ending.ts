/** How an episode that the server saw ended, from what its steps say. */
import type { CodeObservation, EpisodeEnding, RecordedStep } from "../../protocol/protocol.ts";

/** By the reward's laws a solved episode's final score is above this and every other one's is below. */
const SOLVED_ABOVE = 0.5;

export interface Ending {
  readonly solved: boolean;
  readonly ending: EpisodeEnding;
  readonly score: number;
}

/** The score of an episode that did not finish. */
export const UNFINISHED_SCORE = 0.01;

/** @param initial what the reset gave, to tell an untouched file by */
export function endingOf(last: RecordedStep, initial: CodeObservation): Ending {
  const { metadata, test_results, code_dict } = last.observation;
  const score = "reward_components" in metadata ? metadata.reward_components.final : UNFINISHED_SCORE;
  const solved = score > SOLVED_ABOVE;
  if (solved) return { solved, ending: "solved", score };
  if (last.action.action_type !== "SUBMIT") return { solved, ending: "step_limit", score };
  if (sameText(code_dict, initial.code_dict)) return { solved, ending: "gave_up", score };
  const passes = test_results.every(({ passed }) => passed);
  return { solved, ending: passes ? "hidden_failed" : "wrong_fix", score };
}

function sameText(a: CodeObservation["code_dict"], b: CodeObservation["code_dict"]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
