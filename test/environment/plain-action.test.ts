/** The plain form of an action: what is taken as meant, what is told of it, and what is never touched. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAction } from "../../src/environment/parse-action.ts";
import {
  ACTION_TYPES,
  attemptSchema,
  type Normalisation,
  type StepData,
  toPlainAction,
  unwrapSent,
  wholeNumberIn,
  wrapAgain,
} from "../../src/protocol/protocol.ts";

const EDIT = { action_type: "REPLACE_LINES", start_line: 5, end_line: 6, new_code_block: "x" };

describe("an action is taken as it is meant", () => {
  test.each<[string, StepData, StepData, readonly Normalisation[]]>([
    ["a name in small letters", { action_type: "run_tests" }, { action_type: "RUN_TESTS" }, ["spelling"]],
    ["a name with hyphens", { action_type: " Run-Tests\n" }, { action_type: "RUN_TESTS" }, ["spelling"]],
    ["a name in one word", { action_type: "viewCode" }, { action_type: "VIEW_CODE" }, ["spelling"]],
    ["numbers as text", { ...EDIT, start_line: "5", end_line: " 6.0 " }, EDIT, ["number_as_text"]],
    [
      "an empty block without a use",
      { action_type: "RUN_TESTS", new_code_block: "" },
      { action_type: "RUN_TESTS" },
      ["empty_field"],
    ],
    [
      "empty lines",
      { action_type: "SUBMIT", start_line: "", end_line: "" },
      { action_type: "SUBMIT" },
      ["empty_field"],
    ],
    ["an unknown field", { ...EDIT, random_string: "x" }, EDIT, ["unknown_field"]],
    [
      "all of it at once",
      { ...EDIT, action_type: "replace lines", end_line: "6", colour: 1 },
      EDIT,
      ["spelling", "number_as_text", "unknown_field"],
    ],
  ])("with %s", (_, sent, action, normalised) => {
    expect(toPlainAction(sent)).toMatchObject({ action, normalised });
    expect(parseAction(sent)).toEqual({ ...parseAction(action), normalised });
  });

  test("an empty block of an edit deletes lines and is no empty field", () => {
    expect(toPlainAction({ ...EDIT, new_code_block: "" })).toMatchObject({ normalised: [] });
  });

  test.each<[string, StepData]>([
    ["a number that is not whole", { ...EDIT, start_line: "5.5" }],
    ["a number past what can be counted", { ...EDIT, start_line: "9007199254740993" }],
    ["a number in words", { ...EDIT, start_line: "five" }],
    ["a list of numbers", { ...EDIT, start_line: ["5"] }],
    ["letters of another alphabet", { action_type: "SUBM\u0406T" }],
    ["a letter that only upper case makes one of the name", { action_type: "subm\u0131t" }],
  ])("but not with %s", (_, sent) => {
    expect(parseAction(sent).ok).toBe(false);
  });
});

describe("an action that is wrapped", () => {
  const value = { action_type: "RUN_TESTS" };
  const text = JSON.stringify(value);

  test.each<[string, unknown, readonly Normalisation[]]>([
    ["an object", value, []],
    ["a list of one", [value], ["list_of_one"]],
    ["JSON in a text", text, ["encoded_twice"]],
    ["JSON in a text in a text", JSON.stringify(text), ["encoded_twice"]],
    ["a list of one in a text", JSON.stringify([text]), ["encoded_twice", "list_of_one"]],
  ])("as %s is taken out", (_, sent, normalised) => {
    expect(unwrapSent(sent)).toEqual({ value, normalised });
    expect(attemptSchema.parse(sent)).toEqual({ action: value, normalised });
    expect(unwrapSent(wrapAgain(value, normalised))).toEqual({ value, normalised });
  });

  test.each([["RUN_TESTS"], [5], [null], [undefined], [[]], [[value, value]], [{}], ["{}"], [[{}]], ['{"a"'], [" "]])(
    "%j is none",
    (sent) => {
      expect(attemptSchema.safeParse(sent).success).toBe(false);
    },
  );
});

const line = fc.integer({ min: -3, max: 12 });
const properAction: fc.Arbitrary<StepData> = fc.oneof(
  fc.record(
    {
      action_type: fc.constantFrom(...ACTION_TYPES.filter((type) => type !== "REPLACE_LINES")),
      thought: fc.option(fc.string()),
      start_line: fc.constant(null),
      new_code_block: fc.constant(null),
      metadata: fc.constant({}),
    },
    { requiredKeys: ["action_type"] },
  ),
  fc.record(
    {
      action_type: fc.constant("REPLACE_LINES"),
      start_line: line,
      end_line: line,
      new_code_block: fc.string(),
      thought: fc.string(),
    },
    { requiredKeys: ["action_type", "start_line", "end_line", "new_code_block"] },
  ),
);
const anything: fc.Arbitrary<StepData> = fc.record(
  {
    action_type: fc.oneof(
      fc.constantFrom<unknown>("run_tests", "Replace-Lines", "FLY", ""),
      fc.jsonValue({ maxDepth: 1 }),
    ),
    start_line: fc.oneof(fc.constantFrom<unknown>("", "5", "5.0", "-0", null), fc.jsonValue({ maxDepth: 1 })),
    end_line: fc.jsonValue({ maxDepth: 1 }),
    new_code_block: fc.jsonValue({ maxDepth: 1 }),
    thought: fc.jsonValue({ maxDepth: 1 }),
    bogus: fc.jsonValue({ maxDepth: 1 }),
    metadata: fc.jsonValue({ maxDepth: 1 }),
    __proto__: fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: [] },
);

describe("the plain form", () => {
  test("is its own plain form", () => {
    fc.assert(
      fc.property(anything, (sent) => {
        const { action } = toPlainAction(sent);
        expect(toPlainAction(action)).toEqual({ action, normalised: [], unknown: [] });
      }),
    );
  });

  test("of a properly formed action is the action itself, and nothing is told", () => {
    fc.assert(
      fc.property(properAction, (sent) => {
        const { metadata: _, ...action } = sent;
        expect(toPlainAction(sent)).toEqual({ action, normalised: [], unknown: [] });
        expect(parseAction(sent)).not.toHaveProperty("normalised");
      }),
    );
  });

  test("is understood exactly as what was sent", () => {
    fc.assert(
      fc.property(anything, (sent) => {
        const [meant, plain] = [parseAction(sent), parseAction(toPlainAction(sent).action)];
        expect(meant.ok).toBe(plain.ok);
        if (meant.ok && plain.ok) expect(meant.move).toEqual(plain.move);
      }),
    );
  });
});

describe("a number that was sent as text", () => {
  test.each(["0x10", "1e3", "", " ", "5 6", "5.5", "five", "99999999999999999999"])("is none in %j", (text) => {
    expect(wholeNumberIn(text)).toBeNull();
  });

  test.each([
    ["5", 5],
    [" 5.0\n", 5],
    ["+7", 7],
    ["-0", 0],
  ])("is in %j", (text, number) => {
    expect(wholeNumberIn(text)).toBe(number);
  });
});
