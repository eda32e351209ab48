/** What the page says of rewards and of an episode's two sums, wherever they stand. */
import type { RewardComponents } from "../../../src/protocol/observation.ts";

export const PART_NAMES: Readonly<Record<keyof RewardComponents, string>> = {
  step_cost: "Cost",
  run_tests: "Run",
  progress: "Progress",
  penalty: "Penalty",
  final: "Final",
};

export const SCORE_AND_RETURN =
  "The score is the grade of what was handed in, from 0.01 to 0.98. The return adds up the rewards of all steps, of which " +
  "that grade is the last, so it may be more.";
