import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { HiddenCount, StepData, StepResult } from "../../src/protocol/protocol.ts";
import { oneFile } from "../support/source.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { request } from "./support/open-gym.ts";
import { type World, worldArena, worldSandbox, worldTask } from "./support/worlds.ts";

/** Plays letters as `worldArena` has them, then SUBMIT unless the steps have run out; gives all that was told. */
async function playOut(world: World, hiddenCount: HiddenCount, word: string): Promise<readonly StepResult[]> {
  const sandbox = worldSandbox(world);
  const tasks = taskSetOf([worldTask(world)], { hash: "world" });
  const grading = { hiddenSecret: null, hiddenCount };
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, grading });
  const { alphabet } = worldArena(world);
  const told = [await gym.reset(request({ max_steps: 8 }))];
  for (const letter of `${word}!`) {
    if (told.at(-1)?.done) break;
    const { code_dict } = (told.at(-1) as StepResult).observation;
    const text = Object.values(code_dict)
      .map((line) => `${line}\n`)
      .join("");
    const action: StepData = alphabet[letter]?.(text, oneFile(text)) ?? { action_type: letter };
    told.push(await gym.step(action));
  }
  return told;
}

const failing = fc
  .string({ unit: fc.constantFrom("0", "1"), minLength: 4, maxLength: 20 })
  .filter((pattern) => pattern.includes("0"));
const VISIBLE = { given: "1000", half: "1111" };
const worldOf = (given: string, half: string): World => ({
  name: "made-up",
  given: { visible: VISIBLE.given, hidden: given },
  half: { visible: VISIBLE.half, hidden: half },
});
const words = fc.array(fc.constantFrom(..."VTFHBUR"), { maxLength: 8 }).map((letters) => letters.join(""));

describe("where the count of hidden tests is hidden", () => {
  test("nothing that is told of an episode depends on how many hidden tests fail, so long as some do", async () => {
    await fc.assert(
      fc.asyncProperty(words, failing, failing, failing, failing, async (word, given, half, given2, half2) => {
        const one = await playOut(worldOf(given, half), "hidden", word);
        const other = await playOut(worldOf(given2, half2), "hidden", word);
        expect(JSON.stringify(one)).toBe(JSON.stringify(other));
      }),
      { numRuns: 300 },
    );
  });

  test("with the count shown, the same comparison finds a difference: it can see one", async () => {
    const one = await playOut(worldOf("0000", "1000"), "shown", "H");
    const other = await playOut(worldOf("0000", "1110"), "shown", "H");
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
  });

  test("an episode that is not solved is told that hidden tests failed, and scored by the visible ones alone", async () => {
    const last = (await playOut(worldOf("1000", "1110"), "hidden", "H")).at(-1);
    expect(last).toMatchObject({ done: true, reward: 0.39 });
    expect(last?.observation.last_execution_output).toBe(
      "Submitted, not solved. 4 of 4 visible tests passed; hidden tests failed.",
    );
    expect(last?.observation.metadata).toMatchObject({ reward_components: { final: 0.39 } });
  });

  test("an episode that is solved is told so, and scores what it always does", async () => {
    const told = await playOut(worldOf("1000", "1110"), "hidden", "TFT");
    const asShown = await playOut(worldOf("1000", "1110"), "shown", "TFT");
    expect(told.map(({ reward }) => reward)).toEqual(asShown.map(({ reward }) => reward));
    expect(told.at(-1)?.observation.last_execution_output).toBe(
      "Submitted and solved. 4 of 4 visible tests passed; no hidden test failed.",
    );
  });

  test("one that runs out of steps is told no number either", async () => {
    const last = (await playOut(worldOf("1000", "1110"), "hidden", "HTVTVTVT")).at(-1);
    expect([last?.done, last?.reward]).toEqual([true, expect.any(Number)]);
    expect(last?.observation.last_execution_output).toContain("4 of 4 visible tests passed; hidden tests failed.");
    expect(last?.observation.last_execution_output).not.toMatch(/\d+ hidden/);
  });
});
