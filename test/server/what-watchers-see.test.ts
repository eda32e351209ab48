/** What may quote the code of the test split: every text of an episode, wherever it stands, but for names that are fixed. */
import { describe, expect, test } from "vitest";
import { type CodeObservation, episodeRecordSchema } from "../../src/protocol/protocol.ts";
import { shownObservation, shownRecord, shownStep, viewOfRun } from "../../src/server/watch/what-watchers-see.ts";
import { makeObservation, makeRecord, makeStep } from "../evaluation/support/records.ts";

const CODE = "    while size > THE_CODE:";
const HIDDEN = { hidesCode: true, isLive: false, hidesDraw: false };
const SHOWN = { ...HIDDEN, hidesCode: false };

const quoting: Partial<CodeObservation> = {
  code_dict: { "1": CODE },
  code_text: CODE,
  localized_context: `1 | ${CODE}`,
  last_execution_output: `Cannot replace ${CODE}`,
  syntax_error: `invalid syntax at ${CODE}`,
  test_results: [{ test_name: "a test", passed: false, error_message: `Traceback … ${CODE}` }],
  text: CODE,
};
const begun = makeObservation({
  ...quoting,
  metadata: {
    system_prompt: `The file: ${CODE}`,
    seed: 7,
    split: "test",
    index: 0,
    max_steps: 50,
    reward_profile: "dense",
  },
});
const step = makeStep("REPLACE_LINES", {
  action: {
    action_type: "REPLACE_LINES",
    thought: CODE,
    start_line: 4,
    end_line: 4,
    new_code_block: CODE,
    old_code_block: CODE,
  },
});
const edit = { ...step, observation: { ...step.observation, ...quoting } };
const record = makeRecord({
  split: "test",
  initial_observation: begun,
  steps: [edit, { ...edit, action: { action_type: CODE } }],
  messages: [{ role: "assistant", content: CODE }],
});

describe("of the test split", () => {
  test("no text is shown that may quote the code", () => {
    for (const shown of [
      shownObservation(begun, HIDDEN),
      shownStep(edit, HIDDEN),
      shownRecord(record, viewOfRun(true)),
    ]) {
      expect(JSON.stringify(shown)).not.toContain("THE_CODE");
    }
    expect(() => episodeRecordSchema.parse(shownRecord(record, viewOfRun(true)))).not.toThrow();
  });

  test("what tells nothing of the code stays: verdicts, line numbers, that there was an error of syntax, rewards", () => {
    const { action, observation, reward } = shownStep(edit, HIDDEN);
    expect(action).toEqual({ action_type: "REPLACE_LINES", start_line: 4, end_line: 4 });
    expect(observation).toMatchObject({ syntax_error: expect.any(String), metadata: edit.observation.metadata });
    expect(observation.test_results).toMatchObject([{ test_name: "a test", passed: false }]);
    expect(reward).toBe(edit.reward);
  });
});

describe("of several files", () => {
  const files = [
    { path: "cells.py", lines: 4, changed: true },
    { path: "solution.py", lines: 6, changed: false },
  ];
  const inCells = {
    ...edit,
    action: { ...edit.action, path: "cells.py" },
    observation: { ...edit.observation, path: "cells.py", files },
  };

  test("the paths are facts, which anybody may know who may know that there was a step", () => {
    for (const view of [HIDDEN, SHOWN]) {
      expect(shownStep(inCells, view)).toMatchObject({
        action: { path: "cells.py" },
        observation: { path: "cells.py", files },
      });
    }
    expect(JSON.stringify(shownStep(inCells, HIDDEN))).not.toContain("THE_CODE");
  });

  test("what was sent as a path and is none is not told of the test split", () => {
    const astray = { ...inCells, action: { ...inCells.action, path: CODE } };
    expect(shownStep(astray, HIDDEN).action).not.toHaveProperty("path");
    expect(shownStep(astray, SHOWN).action).toHaveProperty("path", CODE);
  });
});

test("of other splits every text is shown, the copies of the file apart", () => {
  const shown = shownStep(edit, SHOWN);
  const { code_dict, localized_context, last_execution_output, syntax_error, test_results } = quoting;
  expect(shown.observation).toMatchObject({
    ...{ code_dict, localized_context, last_execution_output, syntax_error, test_results },
  });
  expect(shown.action).toEqual(edit.action);
});
