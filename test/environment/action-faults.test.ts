/** What may be wrong with each action when it is taken is what its row of the table says, and all of it happens. */
import { expect, test } from "vitest";
import { ACTION_LIST, type ActionType, type StepData, stepMetadataSchema } from "../../src/protocol/protocol.ts";
import { openWorldGym, replace, request } from "./support/open-gym.ts";

const LONG = Array.from({ length: 40 }, (_, line) => `# ${line}`).join("\n");
const STEPS: readonly StepData[] = [
  { action_type: "VIEW_CODE" },
  { action_type: "RUN_TESTS" },
  { action_type: "UNDO_EDIT" },
  { action_type: "RESET_TO_ORIGINAL" },
  { action_type: "SUBMIT" },
  replace(1, 1, "good"),
  replace(1, 1, "given"),
  replace(1, 1, "syntax! ("),
  replace(1, 0, LONG),
  replace(1, 40, ""),
  { action_type: "REPLACE_LINES" },
];

/** All ways of so many steps. */
function* ways(steps: number): Generator<readonly StepData[]> {
  if (steps === 0) return yield [];
  for (const step of STEPS) for (const way of ways(steps - 1)) yield [step, ...way];
}

test("each action has the faults of its row, whatever was done before, and no other", async () => {
  const seen = new Map<ActionType, Set<string>>(ACTION_LIST.map(({ type }) => [type, new Set()]));
  for (const way of ways(3)) {
    const { gym } = openWorldGym();
    await gym.reset(request());
    for (const action of way) {
      if (gym.state.done) break;
      const { observation } = await gym.step(action);
      const { fault } = stepMetadataSchema.parse(observation.metadata);
      if (fault != null && fault !== "invalid") seen.get(action.action_type as ActionType)?.add(fault);
    }
  }
  const ofRows = new Map(ACTION_LIST.map(({ type, faults }) => [type, new Set<string>(faults)]));
  expect(seen).toEqual(ofRows);
});
