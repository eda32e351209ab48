/** The lines around the last edit or error. */
import { describe, expect, test } from "vitest";
import { localizedContext } from "../../src/environment/localized-context.ts";
import { changedLines } from "../../src/words/lines.ts";
import { gives } from "./support/fake-sandbox.ts";
import { openProgramGym, replace, request, take } from "./support/open-gym.ts";

const FORTY = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);

function numbersIn(context: string): readonly number[] {
  return context.split("\n").map((line) => Number.parseInt(line, 10));
}

describe("the context", () => {
  test("shows ten lines on either side", () => {
    const numbers = numbersIn(localizedContext(FORTY, { first: 20, last: 21 }));
    expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([10, 31, 22]);
  });

  test.each([
    [{ first: 1, last: 1 }, 1, 11],
    [{ first: 40, last: 40 }, 30, 40],
    [{ first: 41, last: 40 }, 30, 40],
    [{ first: 90, last: 90 }, 30, 40],
  ])("of %j goes no further than the file", (focus, first, last) => {
    const numbers = numbersIn(localizedContext(FORTY, focus));
    expect([numbers[0], numbers.at(-1)]).toEqual([first, last]);
  });

  test("has at most 2,000 characters, which are those nearest the place", () => {
    const wide = FORTY.map((line) => line.padEnd(150, "."));
    const context = localizedContext(wide, { first: 20, last: 20 });
    expect(context.length).toBeLessThanOrEqual(2_000);
    expect(context.length).toBeGreaterThan(1_800);
    expect(numbersIn(context)).toContain(20);
    expect(Math.abs(20 - (numbersIn(context)[0] ?? 0))).toBeGreaterThan(4);
  });

  test("cuts a line that is too long, never through a character", () => {
    const context = localizedContext(["😀".repeat(5_000)], { first: 1, last: 1 });
    expect(context.length).toBeLessThanOrEqual(200);
    expect(context.isWellFormed()).toBe(true);
    expect(context.endsWith("…")).toBe(true);
  });

  test("of an empty file is empty", () => {
    expect(localizedContext([], { first: 1, last: 0 })).toBe("");
  });
});

test.each([
  ["a line replaced", ["a", "b", "c"], ["a", "x", "c"], { first: 2, last: 2 }],
  ["lines inserted", ["a", "c"], ["a", "b", "b", "c"], { first: 2, last: 3 }],
  ["a line deleted", ["a", "b", "c"], ["a", "c"], { first: 2, last: 1 }],
  ["the last line deleted", ["a", "b"], ["a"], { first: 2, last: 1 }],
  ["a line like its neighbours inserted", ["a", "a"], ["a", "a", "a"], { first: 3, last: 3 }],
])("the change of %s is found", (_, before, after, focus) => {
  expect(changedLines(before, after)).toEqual(focus);
});

describe("an observation's context", () => {
  const code = `${FORTY.join("\n")}\n`;
  const tests = [
    { name: "one", call: "one", expectation: { kind: "value", value: { type: "int", value: 1n } }, tolerance: null },
  ] as const;

  test("follows edits, undoing, refused edits and errors of a run", async () => {
    const error = {
      kind: "raised",
      type: "E",
      module: "builtins",
      message: "m",
      traceback: "E: m",
      line: 35,
      stdout: "",
    } as const;
    const { gym } = openProgramGym({ code, tests, answer: () => error });
    expect((await gym.reset(request())).observation.localized_context).toBe("");
    const span = async (action: Parameters<typeof take>[1]) => {
      const numbers = numbersIn((await take(gym, action)).localized_context);
      return [numbers[0], numbers.at(-1)];
    };
    expect(await span(replace(12, 12, "twelve"))).toEqual([2, 22]);
    expect(await span("VIEW_CODE")).toEqual([2, 22]);
    expect(await span("RUN_TESTS")).toEqual([25, 40]);
    expect(await span(replace(20, 20, "syntax!"))).toEqual([10, 30]);
    expect(await span("UNDO_EDIT")).toEqual([2, 22]);
  });

  test("stays where it was if a test merely gives a wrong value", async () => {
    const { gym } = openProgramGym({ code, tests, answer: () => gives(0) });
    await gym.reset(request());
    expect((await take(gym, "RUN_TESTS")).localized_context).toBe("");
  });
});
