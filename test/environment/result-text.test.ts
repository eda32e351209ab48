/** The text of a result, whose digest a log keeps. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { resultText } from "../../src/environment/result-text.ts";
import type { StepData, StepResult } from "../../src/protocol/protocol.ts";
import { actionsOfEpisode } from "./episode-log-contract.ts";
import { openWorldGym, request } from "./support/open-gym.ts";

test("is what JSON.stringify makes of it, at every step of every episode", async () => {
  await fc.assert(
    fc.asyncProperty(actionsOfEpisode, fc.constantFrom("full", "lean"), async (actions, observation) => {
      const { gym } = openWorldGym();
      const answered: StepResult[] = [await gym.reset(request({ max_steps: 6, observation }))];
      for (const action of actions as readonly StepData[]) {
        if (gym.state.done) break;
        answered.push(await gym.step(action));
      }
      expect(answered.map(resultText)).toEqual(answered.map((result) => JSON.stringify(result)));
    }),
    { numRuns: 40 },
  );
});
