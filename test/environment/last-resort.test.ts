/** No submission can make its own grade impossible, whatever it does to the workers that run it. */
import { describe, expect, test } from "vitest";
import { TRIES_IN_VAIN } from "../../src/environment/last-resort.ts";
import { GradePendingError } from "../../src/environment/ungraded.ts";
import type { StepData } from "../../src/protocol/protocol.ts";
import { type Bench, openWorldGym, replace, request } from "./support/open-gym.ts";
import { worldText } from "./support/worlds.ts";

const SUBMIT: StepData = { action_type: "SUBMIT" };
const VIEW_CODE: StepData = { action_type: "VIEW_CODE" };
const isHalf = (code: string): boolean => code === worldText("half");

/** An episode whose text passes most tests. */
async function ready(): Promise<Bench> {
  const bench = openWorldGym();
  await bench.gym.reset(request());
  await bench.gym.step(replace(1, 1, "half"));
  return bench;
}

async function failToGrade({ gym }: Bench, tries: number): Promise<void> {
  for (let time = 0; time < tries; time += 1) await expect(gym.step(SUBMIT)).rejects.toThrow(GradePendingError);
}

describe("a text that loses its worker each time it is run", () => {
  test("is graded as one that failed every test, once it has been tried often enough", async () => {
    const bench = await ready();
    bench.sandbox.loseWorkersOf(isHalf);
    await failToGrade(bench, TRIES_IN_VAIN);
    const { done, observation } = await bench.gym.step(VIEW_CODE);
    expect(done).toBe(true);
    expect(observation.last_execution_output).toContain("not solved. 0 of 4 visible and 0 of 101 hidden tests passed");
    expect(observation.test_results.map(({ passed }) => passed)).toEqual([false, false, false, false]);
    expect(observation.test_results[0]?.error_message).toContain("could not be run to its end");
    await expect(bench.gym.step(VIEW_CODE)).rejects.toMatchObject({ code: "EXECUTION_ERROR" });
  });

  test("keeps what it passed before it met what loses its worker", async () => {
    const bench = await ready();
    await bench.gym.step({ action_type: "RUN_TESTS" });
    bench.sandbox.loseWorkersOf(isHalf);
    await failToGrade(bench, TRIES_IN_VAIN);
    const { observation } = await bench.gym.step(VIEW_CODE);
    expect(observation.last_execution_output).toContain("3 of 4 visible and 0 of 101 hidden tests passed");
  });

  test("is graded as it deserves where it stops losing its worker at last", async () => {
    const undisturbed = await (await ready()).gym.step(SUBMIT);
    const bench = await ready();
    bench.sandbox.loseWorkersOf(isHalf);
    await failToGrade(bench, TRIES_IN_VAIN);
    bench.sandbox.loseWorkersOf(() => false);
    expect(await bench.gym.step(VIEW_CODE)).toEqual(undisturbed);
  });

  test("stays pending as long as the sandbox serves nobody else either", async () => {
    const bench = await ready();
    await bench.gym.step({ action_type: "RUN_TESTS" });
    const undisturbed = await (await ready()).gym.step(SUBMIT);
    bench.sandbox.loseWorkersOf(() => true);
    await failToGrade(bench, 2 * TRIES_IN_VAIN);
    bench.sandbox.loseWorkersOf(() => false);
    expect((await bench.gym.step(VIEW_CODE)).observation.test_results).toEqual(undisturbed.observation.test_results);
  });
});
