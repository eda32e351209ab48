/** The step that ends an episode is final: nothing that happens to its caller or to the sandbox gives a second look. */
import { describe, expect, test } from "vitest";
import { GradePendingError } from "../../src/environment/ungraded.ts";
import type { StepData } from "../../src/protocol/protocol.ts";
import { type Bench, openWorldGym, replace, request } from "./support/open-gym.ts";

const GOOD = replace(1, 1, "good");
const BAD = replace(1, 1, "given");
const SUBMIT: StepData = { action_type: "SUBMIT" };
const RUN_TESTS: StepData = { action_type: "RUN_TESTS" };
/** The fewest steps that an episode may have. */
const FEWEST = 5;

/** A gym whose episode holds the right text; with `last`, one step is left. */
async function ready({ last = false } = {}): Promise<Bench> {
  const bench = openWorldGym();
  await bench.gym.reset(request({ max_steps: FEWEST }));
  await bench.gym.step(GOOD);
  for (let step = 2; last && step < FEWEST; step += 1) await bench.gym.step({ action_type: "VIEW_CODE" });
  return bench;
}

test.each([
  ["with a field that it does not take", { action_type: "SUBMIT", start_line: 1 }],
  ["with a thought that is no text", { action_type: "SUBMIT", thought: 5 }],
])("a SUBMIT %s is refused, and hands nothing in", async (_, slip) => {
  const { gym } = await ready();
  const finals: boolean[] = [];
  const { done, observation } = await gym.step(slip as unknown as StepData, { onFinal: () => finals.push(true) });
  expect({ done, fault: (observation.metadata as { fault?: string }).fault, finals }).toEqual({
    done: false,
    fault: "invalid",
    finals: [],
  });
});

/** The steps that end an episode. */
const ENDS: readonly (readonly [string, StepData, boolean])[] = [
  ["SUBMIT", SUBMIT, false],
  ["the last step", RUN_TESTS, true],
  ["the last step, an edit,", BAD, true],
];

describe.each(ENDS)("%s", (_, end, last) => {
  test("goes on to its end, no matter who aborts it", async () => {
    const { gym, sandbox } = await ready({ last });
    sandbox.hang(true);
    const abort = new AbortController();
    const finals: boolean[] = [];
    const running = gym.step(end, { signal: abort.signal, onFinal: () => finals.push(true) });
    expect(finals).toEqual([true]);
    abort.abort(new Error("the caller left"));
    sandbox.hang(false);
    expect((await running).done).toBe(true);
    expect(gym.state.done).toBe(true);
  });

  test("stays handed in when the sandbox fails: whatever comes next grades it, and gives what it would have given", async () => {
    const undisturbed = await ready({ last });
    const expected = await undisturbed.gym.step(end);
    const runs = undisturbed.sandbox.runs.length - (await ready({ last })).sandbox.runs.length;
    for (let failing = 1; failing <= runs; failing += 1) {
      const { gym, sandbox } = await ready({ last });
      const before = gym.state;
      sandbox.failAt(failing);
      await expect(gym.step(end)).rejects.toThrow(GradePendingError);
      expect(gym.state).toEqual(before);
      expect(await gym.step(BAD)).toEqual(expected);
      await expect(gym.step(BAD)).rejects.toMatchObject({ code: "EXECUTION_ERROR" });
    }
  });

  test("stays handed in however often the sandbox fails", async () => {
    const expected = await (await ready({ last })).gym.step(end);
    const { gym, sandbox } = await ready({ last });
    for (let time = 1; time <= 5; time += 1) {
      sandbox.failNext(1);
      await expect(gym.step(time === 1 ? end : { action_type: "VIEW_CODE" })).rejects.toThrow(GradePendingError);
    }
    expect(await gym.step({ action_type: "UNDO_EDIT" })).toEqual(expected);
  });

  test("is given up when its session has ended, and no worker is ended for it", async () => {
    const { gym, sandbox } = await ready({ last });
    sandbox.hang(true);
    const running = gym.step(end);
    gym.close();
    await expect(running).rejects.toThrow(GradePendingError);
    expect(sandbox.runs.at(-1)?.signal?.aborted).toBe(true);
  });

  test("makes one run after the other", async () => {
    const { gym, sandbox } = await ready({ last });
    await gym.step(end);
    expect(sandbox.mostAtOnce).toBe(1);
  });
});

describe("a grade", () => {
  test("lets no worker be ended in the midst of its calls", async () => {
    const { gym, sandbox } = await ready();
    const before = sandbox.runs.length;
    await gym.step(SUBMIT);
    const asked = sandbox.runs.slice(before);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.every(({ sparesWorker }) => sparesWorker === true)).toBe(true);
  });
});

describe("any other step", () => {
  test("is not final, and asks the sandbox as its session and client", async () => {
    const { gym, sandbox } = await ready();
    const finals: boolean[] = [];
    await gym.step(RUN_TESTS, { onFinal: () => finals.push(true) });
    expect(finals).toEqual([]);
    expect(sandbox.runs.at(-1)).toMatchObject({ session: "bench", client: "owner" });
  });
});
