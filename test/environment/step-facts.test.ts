/** What a step tells as data: what was wrong with the action, how the episode ended, how each test failed. */
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { PENALTIES } from "../../src/environment/reward/reward-prices.ts";
import {
  type CodeObservation,
  FAULTS,
  type HiddenCount,
  publishedObservationSchema,
} from "../../src/protocol/protocol.ts";
import type { Outcome } from "../../src/sandbox/sandbox.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { openProgramGym, openWorldGym, replace, request, take } from "./support/open-gym.ts";
import { WORLDS, worldSandbox, worldTask } from "./support/worlds.ts";

function factsOf({ metadata }: CodeObservation) {
  if ("system_prompt" in metadata) throw new Error("A reset has no step's facts");
  const { fault, ending } = metadata;
  return { fault, ending };
}

const faultOf = (observation: CodeObservation) => factsOf(observation).fault;

/** Four visible tests, of which the given file passes one; a file that begins with `half` passes three, with `good` all. */
function openWorld(hiddenCount: HiddenCount): TraceFixRLGym {
  const [world] = WORLDS;
  if (world === undefined) throw new Error("There is no world");
  const sandbox = worldSandbox(world);
  const tasks = taskSetOf([worldTask(world)], { hash: "world" });
  return new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, grading: { hiddenSecret: null, hiddenCount } });
}

describe("the fault of a step", () => {
  test("is one of a closed list, each of which has its price", () => {
    expect(Object.keys(PENALTIES).sort()).toEqual([...FAULTS].sort());
  });

  test("stands in the metadata of every step, and is null where nothing was wrong", async () => {
    const { gym } = openWorldGym();
    const { observation } = await gym.reset(request());
    expect(observation.metadata).not.toHaveProperty("fault");
    const faults = [];
    for (const action of [
      "VIEW_CODE",
      "VIEW_CODE",
      "FLY",
      replace(1, 1, "given"),
      replace(1, 1, "syntax!"),
      replace(1, 1, "half"),
      replace(1, 3, ""),
      "UNDO_EDIT",
      "RESET_TO_ORIGINAL",
      "RUN_TESTS",
      "SUBMIT",
    ]) {
      faults.push(faultOf(await take(gym, action)));
    }
    expect(faults).toEqual([
      null,
      "repeat",
      "invalid",
      "noop",
      "syntax",
      null,
      "destructive",
      "undo",
      "reset",
      null,
      null,
    ]);
  });
});

describe("the ending", () => {
  test("stands in the metadata of the last step, and of no other", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request({ max_steps: 5 }));
    for (const action of ["VIEW_CODE", "RUN_TESTS", "FLY", "VIEW_CODE"]) {
      expect((await take(gym, action)).metadata).not.toHaveProperty("ending");
    }
    const last = await take(gym, "VIEW_CODE");
    expect(factsOf(last)).toMatchObject({ fault: "repeat", ending: { reason: "out_of_steps", solved: false } });
    publishedObservationSchema.parse(last);
  });

  test.each([
    ["shown", "half", { solved: false, visible: { passed: 3, total: 4 }, hidden: { passed: 75, total: 101 } }],
    ["shown", "good", { solved: true, visible: { passed: 4, total: 4 }, hidden: { passed: 101, total: 101 } }],
    ["hidden", "half", { solved: false, visible: { passed: 3, total: 4 }, hidden: null }],
    ["hidden", "good", { solved: true, visible: { passed: 4, total: 4 }, hidden: null }],
  ] as const)("with the count %s tells of a submitted file that is %s: %o", async (hiddenCount, file, told) => {
    const gym = openWorld(hiddenCount);
    await gym.reset(request());
    const last = await take(gym, replace(1, 1, file), "SUBMIT");
    expect(factsOf(last)).toEqual({ fault: null, ending: { reason: "submitted", ...told } });
    expect(last.last_execution_output).toMatch(told.solved ? /^Submitted and solved\./ : /^Submitted, not solved\./);
    publishedObservationSchema.parse(last);
  });

  test.each([
    ["shown", { passed: 101, total: 101 }],
    ["hidden", null],
  ] as const)("of a right file whose steps ran out is not solved, with the count %s", async (hiddenCount, hidden) => {
    const gym = openWorld(hiddenCount);
    await gym.reset(request({ max_steps: 5 }));
    const last = await take(gym, "VIEW_CODE", replace(1, 1, "good"), "VIEW_CODE", "RUN_TESTS", "RUN_TESTS");
    const ending = { reason: "out_of_steps", solved: false, visible: { passed: 4, total: 4 }, hidden };
    expect(factsOf(last)).toEqual({ fault: "repeat", ending });
  });
});

describe("a failing test's parts", () => {
  const run = async (outcome: Outcome) => {
    const expectation = { kind: "value", value: { type: "int", value: 1n } } as const;
    const tests = [{ name: "it works", call: "f(1)", expectation, tolerance: null }];
    const { gym } = openProgramGym({ code: "program\n", tests, answer: () => outcome });
    await gym.reset(request());
    return (await take(gym, "RUN_TESTS")).test_results[0];
  };
  const traceback = 'Traceback (most recent call last):\n  File "solution.py", line 3, in f\ndecimal.X: no';

  test("are all of which its text is made, and the type and message of what was raised", async () => {
    const raised = { kind: "raised", type: "X", module: "decimal", message: "no\nway", traceback, line: 3 } as const;
    const result = await run({ ...raised, stdout: "" });
    expect(result).toEqual({
      test_name: "it works",
      passed: false,
      error_message: `call: f(1)\nexpected: 1\ngot: decimal.X raised: no\nway\n${traceback}`,
      call: "f(1)",
      expected: "1",
      got: "decimal.X raised: no\nway",
      raised: { type: "decimal.X", message: "no\nway" },
      line: 3,
      traceback,
    });
  });

  test("name the line at which a call was stopped that raised nothing", async () => {
    const result = await run({ kind: "timeout", traceback: "", line: 5, stdout: "" });
    expect(result).toMatchObject({ got: "no end (line 5)", raised: null, line: 5, traceback: null });
  });

  test("are absent where the test passed: its name is all that it tells", async () => {
    const result = await run({ kind: "value", value: { type: "int", value: 1n }, stdout: "" });
    expect(result).toEqual({ test_name: "it works", passed: true, error_message: null });
  });
});
