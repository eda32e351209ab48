/** What a policy sends: what is understood, and what it is told of its mistakes. */
import { describe, expect, test } from "vitest";
import { parseAction } from "../../src/environment/parse-action.ts";
import { ACTION_TYPES, type StepData } from "../../src/protocol/protocol.ts";
import { openProgramGym, request, take } from "./support/open-gym.ts";

const EDIT = { action_type: "REPLACE_LINES", start_line: 1, end_line: 2, new_code_block: "x" };

function messageOf(data: StepData): string {
  const parsed = parseAction(data);
  if (parsed.ok) throw new Error("The action was understood");
  return parsed.message;
}

describe("an action is understood", () => {
  test.each(ACTION_TYPES.filter((type) => type !== "REPLACE_LINES"))("%s by its type alone", (type) => {
    expect(parseAction({ action_type: type })).toEqual({ ok: true, move: { type } });
  });

  test("with a thought, and with null in the fields it has no use for", () => {
    const unused = { start_line: null, end_line: null, new_code_block: null };
    expect(parseAction({ action_type: "RUN_TESTS", thought: "let me see", ...unused }).ok).toBe(true);
    expect(parseAction({ ...EDIT, thought: null }).ok).toBe(true);
  });

  test("with the metadata that OpenEnv's own action class adds", () => {
    expect(parseAction({ action_type: "RUN_TESTS", metadata: {} }).ok).toBe(true);
  });

  test("as an edit with its range and block", () => {
    expect(parseAction(EDIT)).toEqual({
      ok: true,
      move: { type: "REPLACE_LINES", edit: { start: 1, end: 2, block: "x" } },
    });
  });
});

describe("a mistake is explained", () => {
  const KNOWN = "send one of VIEW_CODE, RUN_TESTS, REPLACE_LINES, UNDO_EDIT, RESET_TO_ORIGINAL, SUBMIT.";
  const FIELDS = "an action's fields are thought, action_type, start_line, end_line, new_code_block, old_code_block.";
  const ALL = "send all of start_line, end_line, new_code_block.";

  test.each<[string, StepData, string]>([
    ["an unknown action", { action_type: "FLY" }, `There is no action_type "FLY": ${KNOWN}`],
    [
      "no action",
      { action: "RUN_TESTS" },
      `The action has no action_type: ${KNOWN} There is no field "action": ${FIELDS}`,
    ],
    ["an action that is no text", { action_type: 5 }, `action_type must be text: ${KNOWN}`],
    ["an empty action", { action_type: "" }, `There is no action_type "": ${KNOWN}`],
    ["a start without an end", { ...EDIT, end_line: null }, `REPLACE_LINES needs end_line: ${ALL}`],
    [
      "an edit with nothing in it",
      { action_type: "REPLACE_LINES" },
      `REPLACE_LINES needs start_line, end_line, new_code_block: ${ALL}`,
    ],
    [
      "a field without a use",
      { action_type: "RUN_TESTS", start_line: 1 },
      "RUN_TESTS takes no start_line: leave such fields out or send null.",
    ],
    [
      "an unknown field where one is missing",
      { ...EDIT, start_line: "", line: 3 },
      `REPLACE_LINES needs start_line: ${ALL} There is no field "line": ${FIELDS}`,
    ],
    [
      "several unknown fields",
      { ...EDIT, start_line: "", line: 3, file: "a.py" },
      `REPLACE_LINES needs start_line: ${ALL} There are no fields "line", "file": ${FIELDS}`,
    ],
    [
      "a line as a word",
      { ...EDIT, start_line: "one" },
      "start_line must be a whole number, or null where it has no use.",
    ],
    [
      "a line that is not whole",
      { ...EDIT, end_line: 1.5 },
      "end_line must be a whole number, or null where it has no use.",
    ],
    [
      "a block that is a list",
      { ...EDIT, new_code_block: ["x"] },
      "new_code_block must be text, or null where it has no use.",
    ],
    [
      "a thought that is a number",
      { action_type: "SUBMIT", thought: 1 },
      "thought must be text, or null where it has no use.",
    ],
    [
      "half a character",
      { ...EDIT, new_code_block: "\ud83d" },
      "REPLACE_LINES cannot use new_code_block: it holds half of a surrogate pair. Send whole characters.",
    ],
  ])("%s", (_, data, message) => {
    expect(messageOf(data)).toBe(message);
  });

  test("without repeating much of what was sent", () => {
    expect(messageOf({ action_type: "x".repeat(100_000) }).length).toBeLessThan(300);
  });

  test("and counts as a step with a penalty that changes nothing", async () => {
    const { gym } = openProgramGym({ code: "1\n" });
    const { observation: before } = await gym.reset(request());
    const observation = await take(gym, { action_type: "RUN_TESTS", start_line: 1 });
    expect(observation).toMatchObject({ step_count: 1, code_dict: before.code_dict, test_results: [] });
    expect(observation.metadata).toMatchObject({ reward_components: { penalty: -0.0025, run_tests: 0 } });
  });
});
