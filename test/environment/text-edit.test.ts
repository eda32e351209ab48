/** REPLACE_LINES with `old_code_block`: the edit that names its place by the text that stands there. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locateText } from "../../src/environment/text-edit.ts";
import type { CodeObservation, StepData } from "../../src/protocol/protocol.ts";
import { fileOf, openProgramGym, replace, request, take } from "./support/open-gym.ts";

const CODE = `def find(items, target):
    low = 0
    while low < len(items):
        if items[low] == target:
            return low
        low += 1
    if target is None:
        return -1
    return -1
`;
const LINES = CODE.trimEnd().split("\n");

function swap(old_code_block: string, new_code_block: string, more: object = {}): StepData {
  return { action_type: "REPLACE_LINES", old_code_block, new_code_block, ...more };
}

/** The observation of one edit, and of the undo after it. */
async function edit(action: StepData, code = CODE) {
  const { gym } = openProgramGym({ code });
  await gym.reset(request());
  const observation = await take(gym, action);
  return { observation, undone: await take(gym, "UNDO_EDIT") };
}

/** It is priced as an edit of lines that are not there. */
async function expectMistake({ metadata }: CodeObservation): Promise<void> {
  expect(metadata).toEqual((await edit(replace(99, 99, "x"))).observation.metadata);
}

describe("an edit by text", () => {
  test.each([
    ["a whole line", swap("        low += 1", "        low += 2"), replace(6, 6, "        low += 2")],
    ["whole lines", swap("    low = 0\n    while low < len(items):", "    low = 1"), replace(2, 3, "    low = 1")],
    ["lines that end in CRLF", swap("    low = 0\r\n", "    low = 1\r\n"), replace(2, 2, "    low = 1")],
    ["a part of a line", swap("low < len(items)", "low <= len(items)"), replace(3, 3, "    while low <= len(items):")],
    [
      "lines whose first has lost its indent",
      swap("low = 0\n    while", "low = 9\n    while"),
      replace(2, 3, "    low = 9\n    while low < len(items):"),
    ],
    ["lines to delete", swap("    if target is None:\n        return -1", ""), replace(7, 8, "")],
    ["what is so already", swap("    low = 0", "    low = 0"), replace(2, 2, "    low = 0")],
    ["what does not parse then", swap("    low = 0", "    syntax!"), replace(2, 2, "    syntax!")],
    ["most of the file", swap(LINES.slice(1, 7).join("\n"), "    pass"), replace(2, 7, "    pass")],
  ])("of %s does what the edit by number does, and is paid the same", async (_, byText, byNumber) => {
    const text = await edit(byText);
    const number = await edit(byNumber);
    const { last_execution_output: told, ...seen } = text.observation;
    const { last_execution_output: also, ...same } = number.observation;
    expect(seen).toEqual(same);
    expect(told.split(".")[0]?.replace(/\d+/g, "")).toBe(also.split(".")[0]?.replace(/\d+/g, ""));
    expect(text.undone).toEqual(number.undone);
  });

  test.each([
    [
      "9 |     return 0",
      /nowhere in the file[\s\S]*The nearest lines:\n[\s\S]*9 \| {5}return -1\n.*begin with line numbers \("9 \| "\)/,
    ],
    ["```\n    return 0\n```", /nowhere in the file[\s\S]*\n.*It holds a code fence \("```"\)/],
    ["5 | return", /stands in the file 3 times[\s\S]*begin with line numbers/],
    ["5 |     low = 0\n9 |     while low < len(items):", /nowhere[\s\S]*begin with line numbers/],
    ["    low = 0\\n    while low < len(items):", /nowhere[\s\S]*literal \\n/],
  ])("whose old text cannot be taken as meant is refused, and the slip is named: %j", async (old, why) => {
    const { observation } = await edit(swap(old, "x = 1"));
    expect(observation.last_execution_output).toMatch(why);
    await expectMistake(observation);
  });

  test("leaves numbers and fences that stand in the file", async () => {
    const code = 'TABLE = {\n    1: "a",\n}\nTEXT = """\n```\nb\n```\n"""\n';
    const number = (await edit(swap('    1: "a",', '    1: "c",'), code)).observation;
    expect(fileOf(number)).toContain('    1: "c",');
    const fence = (await edit(swap("```\nb\n```", "```\nd\n```"), code)).observation;
    expect(fileOf(fence)).toContain("```\nd\n```");
    for (const { metadata } of [number, fence]) expect(metadata).not.toHaveProperty("normalised");
  });

  test("takes a whole line for the place even where a longer one holds its text", async () => {
    const { observation } = await edit(swap("    return -1", "    return 0"));
    expect(fileOf(observation)).toBe(`${LINES.slice(0, -1).join("\n")}\n    return 0`);
  });

  test("of a text that stands nowhere is refused with the nearest lines", async () => {
    const { observation } = await edit(swap("        if items[low] = target:", "        if True:"));
    expect(observation.last_execution_output).toBe(
      "Cannot replace the text of old_code_block: it stands nowhere in the file. Send it letter by letter as the file " +
        "has it, or start_line and end_line. The nearest lines:\n" +
        LINES.slice(1, 6)
          .map((line, at) => `${at + 2} | ${line}`)
          .join("\n"),
    );
    await expectMistake(observation);
    expect(fileOf(observation)).toBe(CODE.trimEnd());
  });

  test("of a text that stands in several places is refused with each of them", async () => {
    const { observation } = await edit(swap("return", "yield"));
    expect(observation.last_execution_output).toMatch(
      /^Cannot replace .* stands in the file 3 times: line 5; line 8; line 9\. Send more/,
    );
    for (const line of ["5 |             return low", "8 |         return -1", "9 |     return -1"]) {
      expect(observation.last_execution_output).toContain(line);
    }
    await expectMistake(observation);
  });

  test.each([
    [swap("", "x"), /needs start_line, end_line/],
    [swap("x", "y", { start_line: 1, end_line: 1 }), /in place of start_line and end_line/],
    [swap("x", "y", { start_line: 1 }), /in place of start_line and end_line/],
    [{ action_type: "REPLACE_LINES", old_code_block: "x" }, /needs new_code_block/],
    [swap("\ud800", "y"), /old_code_block/],
    [swap("x", "\udc00"), /new_code_block/],
    [{ action_type: "RUN_TESTS", old_code_block: "x" }, /RUN_TESTS takes no old_code_block/],
    [swap("x".repeat(10_000), "y"), /longer than the file, which has 9 lines/],
    [{ action_type: "REPLACE_LINES", new_code_block: "x" }, /needs start_line, end_line/],
  ])("that makes no sense is told what to send: %j", async (action, why) => {
    const { observation } = await edit(action);
    expect(observation.last_execution_output).toMatch(why);
    await expectMistake(observation);
  });

  test("beside lines that are named by number, an empty old text says nothing", async () => {
    const { observation } = await edit(swap("", "    low = 3", { start_line: 2, end_line: 2 }));
    expect(observation.code_dict["2"]).toBe("    low = 3");
  });

  test.each([
    ["x", "", "Send start_line 1 and end_line 0 to replace_lines."],
    ["x y z", CODE, "or start_line and end_line to replace_lines. The nearest"],
    ["return", CODE, "or start_line and end_line to replace_lines.\n"],
  ])("that names no one place tells who calls tools which one takes numbers: %j", async (old, code, told) => {
    const { gym } = openProgramGym({ code });
    await gym.reset(request({ prompt: "tools" }));
    expect((await take(gym, swap(old, "y"))).last_execution_output).toContain(told);
  });

  test("of an empty file says how to write one", async () => {
    const { observation } = await edit(swap("x", "y"), "");
    expect(observation.last_execution_output).toMatch(/which is empty\. Send start_line 1 and end_line 0\./);
  });

  test("finds the lines that a text was taken from wherever it stands once", () => {
    const line = fc.constantFrom("", "a", "  a", "ab", "  b = a", "\u2028x");
    const file = fc.array(line, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(), (lines, from, size) => {
        const start = from % lines.length;
        const taken = lines.slice(start, start + 1 + (size % 4));
        const old = `${taken.join("\n")}\n`;
        const located = locateText(lines, { old, block: "new" });
        const places = lines.filter((_, at) => taken.every((text, offset) => text === lines[at + offset])).length;
        if (places === 1) {
          expect(located).toEqual({ found: true, edit: { start: start + 1, end: start + taken.length, block: "new" } });
        } else {
          expect(located).toMatchObject({ found: false, problem: expect.stringContaining(`${places} times`) });
        }
      }),
    );
  });
});
