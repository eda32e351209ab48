/** What the page knows of a program's files is what the environment has, whatever was done. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordedStep, StepData } from "../../src/protocol/protocol.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { fileLines } from "../../web/src/logic/line-edit.ts";
import { filesAt, fileTextAt, givenTextOf, isEditedAt, shownPathAt } from "../../web/src/logic/program-files.ts";
import { actionLabel, type Trace } from "../../web/src/logic/trace.ts";
import { request } from "../environment/support/open-gym.ts";
import { CELLS, MAIN, openSeveralGym, ROWS, SEVERAL } from "../environment/support/several-files.ts";
import { seen, step } from "./support/traces.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

const PATHS = [CELLS, MAIN, ROWS];
const actions: fc.Arbitrary<StepData> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ action_type: fc.constant("VIEW_CODE"), path: fc.constantFrom(...PATHS) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      action_type: fc.constant("REPLACE_LINES"),
      path: fc.constantFrom(...PATHS),
      start_line: fc.integer({ min: 1, max: 3 }),
      end_line: fc.integer({ min: 0, max: 3 }),
      new_code_block: fc.constantFrom("# note", "value_of = 1", "broken (", ""),
    }),
  },
  fc.constantFrom({ action_type: "UNDO_EDIT" }, { action_type: "RESET_TO_ORIGINAL" }, { action_type: "RUN_TESTS" }),
);

/** Plays the actions, then looks at each file: what it is in truth. */
async function play(taken: readonly StepData[]) {
  const gym = openSeveralGym(sandbox, SEVERAL);
  try {
    const { observation: initial } = await gym.reset(request({ max_steps: 60 }));
    const steps: RecordedStep[] = [];
    for (const action of taken) steps.push({ action, ...(await gym.step(action)) });
    const trace: Trace = { initial, steps };
    const truth = new Map<string, readonly string[]>();
    for (const path of PATHS) {
      const { observation } = await gym.step({ action_type: "VIEW_CODE", path });
      truth.set(path, fileLines(observation.code_dict));
    }
    return { trace, truth };
  } finally {
    gym.close();
  }
}

const edit = (path: string, block: string): StepData => ({
  action_type: "REPLACE_LINES",
  path,
  start_line: 1,
  end_line: 0,
  new_code_block: block,
});
const view = (path: string): StepData => ({ action_type: "VIEW_CODE", path });

describe("the files of a program of several", () => {
  it("are never told otherwise than they are, after whatever edits and takings back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(actions, { maxLength: 12 }), async (taken) => {
        const { trace, truth } = await play(taken);
        for (const path of PATHS) {
          const told = fileTextAt(trace, taken.length, path);
          if (told !== null) expect(told).toEqual(truth.get(path));
        }
        expect(fileTextAt(trace, taken.length, shownPathAt(trace, taken.length))).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("are all known once each was looked at, through a reset that changes several and its undoing", async () => {
    const undo = { action_type: "UNDO_EDIT" };
    const taken = [
      view(CELLS),
      view(ROWS),
      edit(CELLS, "# a"),
      edit(ROWS, "# b"),
      { action_type: "RESET_TO_ORIGINAL" },
    ];
    // What was edited since and taken back must not be taken for what the reset's undoing brings.
    const more = [edit(CELLS, "# c"), undo, view(MAIN), undo];
    const { trace, truth } = await play([...taken, ...more]);
    const last = taken.length + more.length;
    for (const path of PATHS) expect(fileTextAt(trace, last, path)).toEqual(truth.get(path));
    expect(fileTextAt(trace, last, CELLS)?.[0]).toBe("# a");
    expect(fileTextAt(trace, 5, ROWS)).toEqual(givenTextOf(trace, ROWS));
    expect([4, 5, last].map((at) => isEditedAt(trace, at))).toEqual([true, false, true]);
    expect(filesAt(trace, last).map(({ changed }) => changed)).toEqual(
      PATHS.map((path) => path !== MAIN)
        .sort()
        .reverse(),
    );
  });

  it("that no step has shown are not known", async () => {
    const { trace } = await play([edit(CELLS, "# a")]);
    expect(fileTextAt(trace, 1, ROWS)).toBeNull();
    // It is shown as it was edited, never as it was given.
    expect(givenTextOf(trace, CELLS)).toBeNull();
  });

  it("are named in what an action asked for", () => {
    const action = { action_type: "REPLACE_LINES", path: "cells.py", start_line: 3, end_line: 4, new_code_block: "" };
    expect(actionLabel({ ...step("REPLACE_LINES", {}), action })).toBe("REPLACE_LINES 3–4 in cells.py");
  });
});

describe("the only file of a program", () => {
  const trace = { initial: seen({ lines: ["bug"] }), steps: [step("REPLACE_LINES", { lines: ["fix"] })] };

  it("is known at each step, in runs from before faults were told too", () => {
    expect(filesAt(trace, 1)).toEqual([]);
    expect([0, 1].map((at) => fileTextAt(trace, at, shownPathAt(trace, at)))).toEqual([["bug"], ["fix"]]);
    expect([0, 1].map((at) => isEditedAt(trace, at))).toEqual([false, true]);
  });
});
