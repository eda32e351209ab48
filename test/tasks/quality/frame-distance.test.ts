import { expect, test } from "vitest";
import { Source } from "../../../src/sandbox/source.ts";
import { frameDistance } from "../../../src/tasks/quality/frame-distance.ts";
import type { JudgedTest } from "../../../src/tasks/run-tests.ts";
import { makeTest } from "../support/make-task.ts";

const CODE = Source.of("solution.py", "a\nb\nC\nd\ne\nf\n");
const EDITS: [number, number, string][] = [[4, 5, "C"]];

function raisedAt(line: number | null, passed = false): JudgedTest {
  const failure = { type: "ValueError", module: "builtins", message: "", traceback: "", stdout: "" };
  return { test: makeTest("f()", "1"), passed, outcome: { kind: "raised", line, ...failure } };
}

test("the distance is that of the failing test whose frame is nearest to a line of the bug", () => {
  expect(frameDistance([raisedAt(6), raisedAt(2), raisedAt(3, true)], { edits: EDITS, code: CODE })).toBe(1);
  expect(frameDistance([raisedAt(3)], { edits: EDITS, code: CODE })).toBe(0);
});

test("lines of one file are not compared with those of another", () => {
  const code = new Source("solution.py", [...CODE.files, ["parts.py", "x\ny\nZ\n"]]);
  const edits: [number, number, string, string][] = [[4, 5, "Z", "parts.py"]];
  const { outcome, ...rest } = raisedAt(2);
  const inParts: JudgedTest = {
    ...rest,
    outcome: { ...outcome, place: { path: "parts.py", line: 1 } } as typeof outcome,
  };
  expect(frameDistance([raisedAt(3)], { edits, code })).toBeNull();
  expect(frameDistance([raisedAt(3), inParts], { edits, code })).toBe(2);
});

test("there is none where no failing test raises in the program", () => {
  const wrong: JudgedTest = {
    test: makeTest("f()", "1"),
    passed: false,
    outcome: { kind: "value", value: { type: "none" }, stdout: "" },
  };
  expect(frameDistance([wrong, raisedAt(null), raisedAt(3, true)], { edits: EDITS, code: CODE })).toBeNull();
});
