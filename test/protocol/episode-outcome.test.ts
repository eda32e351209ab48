import { expect, it } from "vitest";
import { type EpisodeEnd, outcomeOfLast } from "../../src/protocol/protocol.ts";
import { makeObservation, makeStep } from "../evaluation/support/records.ts";

const GIVEN = makeObservation().code_dict;
const ALL = { passed: 4, total: 4 };

/** A last step that tells its ending, with a score that nothing is to be read from. */
function ended(ending: Partial<EpisodeEnd>, final = 0.5) {
  const step = makeStep("SUBMIT", { done: true, reward: final });
  const reward_components = { step_cost: 0, run_tests: 0, progress: 0, penalty: 0, final };
  const told = { reason: "submitted", solved: false, visible: ALL, hidden: null, ...ending } as const;
  const metadata = { reward_components, return: final, fault: null, ending: told };
  return { ...step, observation: { ...step.observation, metadata } };
}

const EDITED = { "1": "another file" };

it("an episode is solved where its ending says so, whatever it scored", () => {
  for (const final of [0.98, 0.71, 0.39, 0.01]) {
    const solved = outcomeOfLast(ended({ solved: true }, final), EDITED);
    expect(solved).toEqual({ score: final, solved: true, ending: "solved" });
    expect(outcomeOfLast(ended({ solved: false }, final), EDITED)).toMatchObject({ score: final, solved: false });
  }
});

it("one that is not solved says why: no step was left, nothing was changed, visible tests fail or hidden ones do", () => {
  const endingOf = (ending: Partial<EpisodeEnd>, given = EDITED) => outcomeOfLast(ended(ending), given)?.ending;
  expect(endingOf({ reason: "out_of_steps" })).toBe("step_limit");
  expect(endingOf({ reason: "out_of_steps" }, GIVEN as typeof EDITED)).toBe("step_limit");
  expect(endingOf({}, GIVEN as typeof EDITED)).toBe("gave_up");
  expect(endingOf({ visible: { passed: 3, total: 4 } })).toBe("wrong_fix");
  expect(endingOf({})).toBe("hidden_failed");
});

it("one whose last step tells no ending is not guessed at", () => {
  expect(outcomeOfLast(makeStep("SUBMIT", { done: true, reward: 0.98 }), GIVEN)).toBeNull();
});
