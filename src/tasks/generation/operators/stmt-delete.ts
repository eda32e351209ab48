/** `visited.add(node)` is gone: a step is forgotten. Sources: SW, QB, PIT. */
import type { SyntaxNode } from "@lezer/common";
import { statementsNamed, statementsOf, withoutStatement } from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { firstTargetIn } from "../names.ts";
import { childrenOf, type ParsedProgram } from "../parsed-program.ts";

const STEPS = [
  "AssignStatement",
  "UpdateStatement",
  "ExpressionStatement",
  "ContinueStatement",
  "BreakStatement",
  "DeleteStatement",
];

export const stmtDelete: MutationOperator = defineOperator({
  name: "stmt-delete",
  bugType: "missing-step",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, ...STEPS)
      .filter((statement) => hasCompany(statement) && !bindsFirst(program, statement))
      .map((statement) => withoutStatement(program, statement)),
});

/** A block that is left with nothing but `pass` looks like no program. */
function hasCompany({ parent }: SyntaxNode): boolean {
  return parent !== null && (parent.name === "Script" || statementsOf(parent).length > 1);
}

/** Without the statement that first binds a name, the first read of it fails. */
function bindsFirst(program: ParsedProgram, statement: SyntaxNode): boolean {
  return childrenOf(statement).some((part) => firstTargetIn(program, part));
}
