/** What a policy sends: what is understood, and what it is told of its mistakes. */
import { describe, expect, test } from "vitest";
import { parseAction } from "../../src/environment/parse-action.ts";
import { ACTION_TYPES, type PromptForm, type StepData } from "../../src/protocol/protocol.ts";
import { openProgramGym, request, take } from "./support/open-gym.ts";

const EDIT = { action_type: "REPLACE_LINES", start_line: 1, end_line: 2, new_code_block: "x" };

function messageOf(data: StepData, form?: PromptForm): string {
  const parsed = parseAction(data, form);
  if (parsed.ok) throw new Error("The action was understood");
  return parsed.message;
}

describe("an action is understood", () => {
  test.each(ACTION_TYPES.filter((type) => type !== "REPLACE_LINES"))("%s by its type alone", (type) => {
    expect(parseAction({ action_type: type })).toMatchObject({ ok: true, move: { type } });
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
      move: { type: "REPLACE_LINES", asked: { path: null, edit: { start: 1, end: 2, block: "x" } } },
    });
  });
});

describe("a mistake is explained", () => {
  const KNOWN = "send one of VIEW_CODE, RUN_TESTS, REPLACE_LINES, UNDO_EDIT, RESET_TO_ORIGINAL, SUBMIT.";
  const FIELDS =
    "an action's fields are thought, action_type, path, start_line, end_line, new_code_block, old_code_block.";
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

  test("names no path where the program is of one file, whose tools take none", () => {
    const refused: [StepData, RegExp][] = [
      [
        { action_type: "REPLACE_LINES", new_code_block: "a", line: 3 },
        /replace_lines takes start_line, end_line, new_code/,
      ],
      [
        { action_type: "REPLACE_LINES", old_code_block: null, text: 3 },
        /replace_text takes old_code_block, new_code_block/,
      ],
      [{ action_type: "VIEW_CODE", start_line: "x", line: 3 }, /view_code takes start_line, end_line/],
    ];
    for (const [data, message] of refused) {
      const parsed = parseAction(data, "tools", { isOneFile: true });
      expect(parsed.ok ? "taken" : parsed.message).toMatch(message);
    }
  });

  test.each<[string, StepData, string]>([
    [
      "an edit by text without its text",
      { action_type: "REPLACE_LINES", old_code_block: null, old_text: "a", new_text: "b" },
      "replace_text needs old_code_block, new_code_block: send both of old_code_block, new_code_block. " +
        'There are no fields "old_text", "new_text": replace_text takes path, old_code_block, new_code_block.',
    ],
    [
      "an edit by text without the new one",
      { action_type: "REPLACE_LINES", old_code_block: "a" },
      "replace_text needs new_code_block: send both of old_code_block, new_code_block.",
    ],
    [
      "an edit by number without its numbers",
      { action_type: "REPLACE_LINES", new_code_block: "a", line: 3 },
      "replace_lines needs start_line, end_line: send all of start_line, end_line, new_code_block. " +
        'There is no field "line": replace_lines takes path, start_line, end_line, new_code_block.',
    ],
    [
      "both ways to name a place",
      { ...EDIT, old_code_block: "a" },
      "replace_text takes old_code_block, replace_lines takes start_line and end_line: send one or the others.",
    ],
    [
      "a field without a use",
      { action_type: "RUN_TESTS", start_line: 1, colour: 1 },
      'run_tests takes no start_line: leave such fields out or send null. There is no field "colour": run_tests takes none.',
    ],
    [
      "half a character",
      { action_type: "REPLACE_LINES", old_code_block: "\ud83d", new_code_block: "" },
      "replace_text cannot use old_code_block: it holds half of a surrogate pair. Send whole characters.",
    ],
    ["an unknown action", { action_type: "FLY" }, `There is no action_type "FLY": ${KNOWN.toLowerCase()}`],
  ])("to who calls tools in the tools' own names: %s", (_, data, message) => {
    expect(messageOf(data, "tools")).toBe(message);
  });

  test("of an old text that is null where there are no numbers, as one that is missing", () => {
    const old = { action_type: "REPLACE_LINES", old_code_block: null, new_code_block: "x" };
    expect(messageOf(old)).toBe("REPLACE_LINES needs old_code_block: send both of old_code_block, new_code_block.");
    expect(messageOf({ ...old, start_line: null })).toBe(`REPLACE_LINES needs start_line, end_line: ${ALL}`);
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
