import { expect, it } from "vitest";
import { outcomeOfLast } from "../../src/protocol/protocol.ts";
import { makeObservation, makeStep } from "../evaluation/support/records.ts";

const GIVEN = makeObservation().code_dict;

/** A last step that scores so much. */
function ended(final: number) {
  const step = makeStep("SUBMIT", { done: true, reward: final });
  const reward_components = { step_cost: 0, run_tests: 0, progress: 0, penalty: 0, final };
  return { ...step, observation: { ...step.observation, metadata: { reward_components, return: final } } };
}

it("an episode that was solved is told as solved, however long it took, and one that was not is not", () => {
  for (const final of [0.98, 0.8, 0.71]) {
    expect(outcomeOfLast(ended(final), GIVEN)).toEqual({ score: final, solved: true, ending: "solved" });
  }
  for (const final of [0.39, 0.2, 0.01]) {
    expect(outcomeOfLast(ended(final), GIVEN)).toEqual({ score: final, solved: false, ending: "gave_up" });
  }
});
