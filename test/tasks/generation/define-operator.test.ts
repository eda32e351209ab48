import { expect, test } from "vitest";
import { defineOperator } from "../../../src/tasks/generation/define-operator.ts";
import { parseProgram } from "../../../src/tasks/generation/parsed-program.ts";
import type { SourceEdit } from "../../../src/tasks/mutants/splice.ts";

const SECOND: SourceEdit = { from: 4, to: 5, text: "b" };
const FIRST: SourceEdit = { from: 0, to: 1, text: "y" };
const SAME: SourceEdit = { from: 0, to: 1, text: "x" };

function mutantsOf(...drafts: (readonly SourceEdit[])[]) {
  const facts = { name: "any", bugType: "any", realism: "silly" } as const;
  return defineOperator({ ...facts, mutants: () => drafts }).mutants(parseProgram("x = a"));
}

test("mutants come in order of position, whatever the order in which they are found", () => {
  expect(mutantsOf([SECOND], [FIRST])).toEqual([[FIRST], [SECOND]]);
});

test("edits of one mutant come in order of position", () => {
  expect(mutantsOf([SECOND, FIRST])).toEqual([[FIRST, SECOND]]);
});

test("a mutant that is found twice comes once", () => {
  expect(mutantsOf([FIRST], [FIRST], [{ from: 0, to: 5, text: "y = a" }])).toEqual([[FIRST]]);
});

test("edits that change nothing are left out, and mutants of nothing else", () => {
  expect(mutantsOf([SAME], [SAME, SECOND])).toEqual([[SECOND]]);
});
