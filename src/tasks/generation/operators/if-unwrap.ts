/** `if dirty: save()` to `save()`: what should be done sometimes is done always. Source: SW. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import {
  atDepth,
  bodyLines,
  clausesOf,
  endOf,
  indentationOf,
  leavesBlock,
  linesOf,
  statementsNamed,
  statementsOf,
} from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { type ParsedProgram, sourceOf } from "../parsed-program.ts";

export const ifUnwrap: MutationOperator = defineOperator({
  name: "if-unwrap",
  bugType: "missing-check",
  realism: "realistic",
  mutants: (program) => statementsNamed(program, "IfStatement").flatMap((statement) => unwrapped(program, statement)),
});

/** What would always leave makes the rest of the block dead, which nobody writes. */
function unwrapped(program: ParsedProgram, statement: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const [only, ...others] = clausesOf(statement);
  if (!only || others.length > 0 || leavesBlock(only.body)) return [];
  const [first] = statementsOf(only.body);
  const lines = bodyLines(program, only.body);
  if (!first) return [];
  if (lines === null) {
    const end = endOf(program, statement);
    return [replaceSpan({ from: statement.from, to: end }, sourceOf(program, { from: first.from, to: end }))];
  }
  const [inner, outer] = [indentationOf(program, first), indentationOf(program, statement)];
  const moved = inner === null || outer === null ? null : atDepth(program, lines, inner, outer);
  return moved === null ? [] : [replaceSpan({ from: linesOf(program, statement).from, to: lines.to }, moved)];
}
