import { describe, expect, test } from "vitest";
import { parseLiteral } from "../../src/languages/python/literal.ts";
import { pythonPack } from "../../src/languages/python/python.ts";
import type { Outcome } from "../../src/sandbox/sandbox.ts";
import { describeExpectation, describeOutcome } from "../../src/tasks/describe.ts";
import { meetsExpectation } from "../../src/tasks/judge.ts";
import type { Expectation } from "../../src/tasks/task.ts";
import { gives, raised } from "./support/scripted-sandbox.ts";

const EXACT = { tolerance: null };
const one: Expectation = { kind: "value", value: parseLiteral("1") };
const valueError: Expectation = { kind: "raises", type: "ValueError", module: "builtins" };

const FAILURES: readonly [Outcome, string][] = [
  [{ kind: "timeout", traceback: "", line: 4, stdout: "" }, "no end (line 4)"],
  [{ kind: "timeout", traceback: "", line: null, stdout: "" }, "no end"],
  [
    { kind: "timeout", traceback: "", line: null, ofBatch: true, stdout: "" },
    "not run to its end, because the calls before it and this one use more fuel than there is for all of them",
  ],
  [{ kind: "memory", traceback: "", line: 2, stdout: "" }, "memory exhausted (line 2)"],
  [
    { kind: "syntax", problem: { type: "SyntaxError", message: "invalid syntax", line: 3, column: 1 }, stdout: "" },
    "SyntaxError: invalid syntax (line 3)",
  ],
  [{ kind: "crash", reason: "it exited", stdout: "" }, "the interpreter stopped: it exited"],
  [{ kind: "output_limit", stdout: "" }, "more output, or a larger value, than is allowed"],
];

describe("judge", () => {
  test("passes an equal value of the same type", () => {
    expect(meetsExpectation(gives("1"), one, EXACT)).toBe(true);
    expect(meetsExpectation(gives("2"), one, EXACT)).toBe(false);
    expect(meetsExpectation(gives("1.0"), one, EXACT)).toBe(false);
    expect(meetsExpectation(gives("True"), one, EXACT)).toBe(false);
  });

  test("allows floats the tolerance of the test", () => {
    const half: Expectation = { kind: "value", value: parseLiteral("0.5") };
    expect(meetsExpectation(gives("0.51"), half, { tolerance: 0.1 })).toBe(true);
    expect(meetsExpectation(gives("0.51"), half, EXACT)).toBe(false);
  });

  test("passes an exception of exactly the expected type, from the expected module", () => {
    expect(meetsExpectation(raised("ValueError"), valueError, EXACT)).toBe(true);
    expect(meetsExpectation(raised("UnicodeError"), valueError, EXACT)).toBe(false);
    expect(meetsExpectation(raised("ValueError", "solution"), valueError, EXACT)).toBe(false);
    expect(meetsExpectation(raised("ValueError", "solution"), { ...valueError, module: "solution" }, EXACT)).toBe(true);
    expect(meetsExpectation(gives("1"), valueError, EXACT)).toBe(false);
    expect(meetsExpectation(raised("ValueError"), one, EXACT)).toBe(false);
  });

  test.each(FAILURES)("never passes a call that ended as %j", (outcome) => {
    expect(meetsExpectation(outcome, one, EXACT)).toBe(false);
    expect(meetsExpectation(outcome, valueError, EXACT)).toBe(false);
  });
});

describe("descriptions for people", () => {
  test.each(FAILURES)("%j is told in one line", (outcome, text) => {
    expect(describeOutcome(outcome, pythonPack)).toBe(text);
  });

  test("values are shown as Python shows them, exceptions by type", () => {
    expect(describeExpectation(one, pythonPack)).toBe("1");
    expect(describeExpectation(valueError, pythonPack)).toBe("ValueError raised");
    expect(describeExpectation({ ...valueError, module: "solution" }, pythonPack)).toBe("solution.ValueError raised");
    expect(describeOutcome(raised("ValueError", "solution"), pythonPack)).toBe("solution.ValueError raised: no");
    expect(describeOutcome(gives("['a']"), pythonPack)).toBe("['a']");
    expect(describeOutcome(raised("KeyError"), pythonPack)).toBe("KeyError raised: no");
    expect(describeOutcome(gives(`'${"a".repeat(500)}'`), { ...pythonPack, maxLength: 10 })).toBe("'aaaaaaaa…");
  });
});
