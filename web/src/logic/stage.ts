/** Where a player stands in the loop that the environment teaches: orient, diagnose, fix, verify, submit. */
import { isEditedAt } from "./program-files.ts";
import { observationAt, type Trace } from "./trace.ts";

export const STAGE_NAMES = ["orient", "diagnose", "fix", "verify", "submit"] as const;
export type Stage = (typeof STAGE_NAMES)[number];

/** What each stage asks of a player. */
export const STAGE_HINTS: Readonly<Record<Stage, string>> = {
  orient: "Read the code. What should it do, and what does it do?",
  diagnose: "Run the tests before you change anything, and read what fails.",
  fix: "Change one small place, where the failing tests point.",
  verify: "Run the tests again: is it repaired, and nothing broken?",
  submit: "Every visible test passes. Submit, and hidden tests judge.",
};

/** @returns the stage that comes next after so many steps; null once the episode is over */
export function stageAt(trace: Trace, step: number): Stage | null {
  if (step > 0 && trace.steps[step - 1]?.done) return null;
  if (step === 0) return "orient";
  const { test_results } = observationAt(trace, step);
  if (test_results.length > 0) return test_results.every(({ passed }) => passed) ? "submit" : "fix";
  return isEditedAt(trace, step) ? "verify" : "diagnose";
}
