/** What a model's answer is taken for: the same forms as at the server's doors, by the same code. */
import { describe, expect, test } from "vitest";
import type { Completion } from "../../../src/agents/llm/completion.ts";
import { readAction } from "../../../src/agents/llm/read-answer.ts";

const EDIT = { start_line: 5, end_line: 5, new_code_block: "    return 1" };
const EDIT_ACTION = { action_type: "REPLACE_LINES", ...EDIT };

const said = (content: string): Completion => ({ content, toolCalls: [], wasCut: false, usage: null });
const called = (name: string, args: unknown): Completion => ({
  ...said(""),
  toolCalls: [{ id: "c", name, arguments: typeof args === "string" ? args : JSON.stringify(args) }],
});

describe("an answer in words is taken as meant", () => {
  test.each<[string, string, object]>([
    ["with a name in small letters", '{"action_type": "run_tests"}', { action_type: "RUN_TESTS" }],
    ["in a list of one", '[{"action_type": "RUN_TESTS"}]', { action_type: "RUN_TESTS" }],
    ["in a text", JSON.stringify('{"action_type": "RUN_TESTS"}'), { action_type: "RUN_TESTS" }],
    ["with numbers as text", JSON.stringify({ ...EDIT_ACTION, start_line: "5", end_line: "5.0" }), EDIT_ACTION],
    ["with fields without a use", '{"action_type": "SUBMIT", "new_code_block": "", "x": 1}', { action_type: "SUBMIT" }],
    ["as a tool call", '{"name": "run_tests", "arguments": "{}"}', { action_type: "RUN_TESTS" }],
    ["as a tool call named as the action is", '{"name": "RUN_TESTS"}', { action_type: "RUN_TESTS" }],
  ])("%s", (_, content, action) => {
    expect(readAction(said(content))).toMatchObject({ kind: "action", action, callId: null });
    expect(readAction(said(content))).toHaveProperty("action", action);
  });
});

describe("a tool call is taken as meant", () => {
  test.each<[string, string, unknown, object]>([
    ["with arguments encoded twice", "replace_lines", JSON.stringify(JSON.stringify(EDIT)), EDIT_ACTION],
    ["with arguments in a list of one", "replace_lines", [EDIT], EDIT_ACTION],
    ["with no arguments at all", "submit", "", { action_type: "SUBMIT" }],
    ["with an argument that it has no use for", "run_tests", { random_string: "x" }, { action_type: "RUN_TESTS" }],
  ])("%s", (_, name, args, action) => {
    expect(readAction(called(name, args))).toMatchObject({ kind: "action", callId: "c" });
    expect(readAction(called(name, args))).toHaveProperty("action", action);
  });
});

describe("what is no call is told to the model and takes no step", () => {
  test.each<[string, string, unknown]>([
    ["a tool that there is not", "fly", {}],
    ["arguments that are a list", "submit", []],
    ["arguments that are a number", "submit", 5],
    ["arguments that name another action", "run_tests", { action_type: "SUBMIT" }],
  ])("%s", (_, name, args) => {
    expect(readAction(called(name, args))).toMatchObject({ kind: "fault", why: expect.stringContaining(name) });
  });
});

test("a call is sent with all that the environment judges: the field too many, the text that is missing", () => {
  const again = readAction(called("run_tests", { action_type: "RUN_TESTS" }));
  expect(again).toMatchObject({ written: { action_type: "RUN_TESTS", "arguments.action_type": "RUN_TESTS" } });
  expect(readAction(called("replace_text", EDIT))).toHaveProperty("written", {
    action_type: "REPLACE_LINES",
    old_code_block: null,
    new_code_block: EDIT.new_code_block,
  });
});

test.each<[string, Completion, readonly string[]]>([
  ["an action", said('{"action_type": "RUN_TESTS"}'), []],
  ["an action in a list", said('```json\n[{"action_type": "RUN_TESTS"}]\n```'), ["list_of_one"]],
  ["an action in a text", said(JSON.stringify('{"action_type": "RUN_TESTS"}')), ["encoded_twice"]],
  ["an action in prose", said('I [think]: {"action_type": "RUN_TESTS"}'), []],
  ["arguments", called("run_tests", {}), []],
  ["arguments in a list", called("run_tests", [{}]), ["list_of_one"]],
  ["arguments in a text in a list", called("run_tests", ["{}"]), ["encoded_twice", "list_of_one"]],
])("what %s comes in is kept, so that it can be sent in it", (_, completion, wrapping) => {
  const read = readAction(completion);
  expect(read).toMatchObject({ action: { action_type: "RUN_TESTS" }, ...(wrapping.length > 0 && { wrapping }) });
  if (wrapping.length === 0) expect(read).not.toHaveProperty("wrapping");
});

test("what is sent is what the model wrote, so that the environment can tell what its form was off by", () => {
  const written = { action_type: "run_tests", x: 1 };
  expect(readAction(said(JSON.stringify(written)))).toMatchObject({ action: { action_type: "RUN_TESTS" }, written });
});

test("an object that is no action is a step all the same, and stays as it was written", () => {
  for (const written of [{ action: "RUN_TESTS" }, { action_type: 5 }, { action_type: "FLY" }]) {
    const answers = [JSON.stringify(written), `\`\`\`json\n${JSON.stringify(written)}\n\`\`\``];
    for (const answer of answers) expect(readAction(said(answer))).toMatchObject({ action: written, written });
  }
});

test.each<[string, object]>([
  ["a thought alone", { thought: "I should run the tests" }],
  ["a thought that is none", { thought: null }],
  ["an action without a name", { action_type: null }],
  ["a field that is null", { x: null }],
])("%s is a step, sent and shown as it was written", (_, written) => {
  const read = readAction(said(JSON.stringify(written)));
  expect(read).toEqual({ kind: "action", action: written, written, thought: null, callId: null });
});

test.each<[string, object]>([
  ["list_tools", { type: "list_tools" }],
  ["call_tool", { type: "call_tool", tool_name: "run_tests", arguments: {} }],
])("OpenEnv's step %s is no action: it is shown as it was written, and sent as an action without a name", (_, step) => {
  expect(readAction(said(JSON.stringify(step)))).toMatchObject({
    action: step,
    written: { ...step, action_type: null },
  });
});

test("what no server takes for a message is no step: the model is told what is wrong with it", () => {
  const deep = `${"[".repeat(60)}${"]".repeat(60)}`;
  const long = JSON.stringify(Array(3000).fill(0));
  for (const x of [deep, long])
    for (const answer of [`{"action_type": "RUN_TESTS", "x": ${x}}`, `{"x": ${x}}`, `{"thought": ${x}}`])
      expect(readAction(said(answer))).toMatchObject({
        kind: "fault",
        why: expect.stringContaining("nested too deep"),
      });
});

test("an escape of half a character stands for itself, in fields, their names and thoughts, however they came", () => {
  const half = "\\ud83d";
  const fields = `"new_code_block": "a ${half} b", "${half}": ["${half}"], "thought": "x ${half} \\ud83d\\ude00"`;
  const edit = `{"action_type": "REPLACE_LINES", ${fields}}`;
  const call = { ...called("replace_lines", `{${fields}}`), content: "" };
  for (const completion of [said(edit), said(JSON.stringify(edit)), call])
    expect(readAction(completion)).toMatchObject({
      written: { action_type: "REPLACE_LINES", new_code_block: `a ${half} b`, [half]: [half] },
      thought: `x ${half} \u{1f600}`,
    });
});

test("a list of several actions is no step: none of them is chosen, and the model is told", () => {
  const list = '[{"action_type": "RUN_TESTS"}, {"action_type": "SUBMIT"}]';
  const why = "There are 2 actions in a list, and a step takes one";
  for (const answer of [list, `\`\`\`json\n${list}\n\`\`\``, JSON.stringify(list)])
    expect(readAction(said(answer))).toEqual({ kind: "fault", why });
});

test("an object that is no action is none where there are other words, or nothing in it", () => {
  for (const answer of ['I would run {"action": "RUN_TESTS"}.', "{}", "[]", "[5]", '"RUN_TESTS"', "RUN_TESTS"])
    expect(readAction(said(answer))).toMatchObject({ kind: "fault" });
});
