/** The statement after a loop or an `if` slips into it: wrong indentation. Source: DB. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import {
  atDepth,
  blocksOf,
  bodyLines,
  clausesOf,
  indentationOf,
  isCompound,
  leavesBlock,
  linesOf,
  standsAlone,
  statementsOf,
} from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { type ParsedProgram, sourceOf } from "../parsed-program.ts";

export const loopIndent: MutationOperator = defineOperator({
  name: "loop-indent",
  bugType: "wrong-indentation",
  realism: "realistic",
  mutants: (program) =>
    blocksOf(program).flatMap((block) => {
      const statements = statementsOf(block);
      return statements.flatMap((statement, index) => slippedIn(program, statement, statements[index + 1]));
    }),
});

function slippedIn(
  program: ParsedProgram,
  statement: SyntaxNode,
  next: SyntaxNode | undefined,
): readonly (readonly SourceEdit[])[] {
  const body = /^(For|While|If)Statement$/.test(statement.name) ? clausesOf(statement).at(-1)?.body : undefined;
  const lines = body && bodyLines(program, body);
  const [first] = body ? statementsOf(body) : [];
  if (!lines || !first || !next || isCompound(next) || leavesBlock(body) || !standsAlone(program, next)) return [];
  const [inner, outer] = [indentationOf(program, first), indentationOf(program, next)];
  const moved = inner === null || outer === null ? null : atDepth(program, linesOf(program, next), outer, inner);
  // The blank line that kept the two apart goes; a comment between them would stand at the wrong depth.
  const gap = { from: lines.to, to: linesOf(program, next).from };
  if (moved === null || sourceOf(program, gap).trim() !== "") return [];
  return [replaceSpan({ from: gap.from, to: linesOf(program, next).to }, moved)];
}
