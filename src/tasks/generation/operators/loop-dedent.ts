/** The last statement of a loop or an `if` slips out of it: wrong indentation. Source: DB. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { atDepth, clausesOf, indentationOf, linesOf, standsAlone, statementsNamed, statementsOf } from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { hasExitOf } from "../loops.ts";
import type { ParsedProgram } from "../parsed-program.ts";

export const loopDedent: MutationOperator = defineOperator({
  name: "loop-dedent",
  bugType: "wrong-indentation",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "ForStatement", "WhileStatement", "IfStatement").flatMap((statement) =>
      slippedOut(program, statement),
    ),
});

function slippedOut(program: ParsedProgram, statement: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const [only, ...others] = clausesOf(statement);
  const statements = only ? statementsOf(only.body) : [];
  const last = statements.at(-1);
  if (others.length > 0 || !last || statements.length < 2 || !standsAlone(program, last)) return [];
  if (statement.name !== "IfStatement" && hasExitOf(program, statement, last)) return [];
  const [inner, outer] = [indentationOf(program, last), indentationOf(program, statement)];
  const lines = linesOf(program, last);
  const moved = inner === null || outer === null ? null : atDepth(program, lines, inner, outer);
  return moved === null ? [] : [replaceSpan(lines, moved)];
}
