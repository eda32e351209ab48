/** Two cases are asked for in the other order, so that the wider one hides the narrower. Source: MN. */
import type { SyntaxNode } from "@lezer/common";
import {
  type BranchClause,
  blocksOf,
  clausesOf,
  endOf,
  leaves,
  standsAlone,
  statementsNamed,
  statementsOf,
} from "../blocks.ts";
import { defineOperator } from "../define-operator.ts";
import type { MutationOperator, SourceEdit } from "../operator.ts";
import { type ParsedProgram, sourceOf, type TextSpan } from "../parsed-program.ts";

export const branchOrder: MutationOperator = defineOperator({
  name: "branch-order",
  bugType: "wrong-order",
  realism: "realistic",
  mutants: (program) => [
    ...statementsNamed(program, "IfStatement").flatMap((statement) => exchangedCases(program, statement)),
    ...blocksOf(program).flatMap((block) => exchangedGuards(program, block)),
  ],
});

function exchangedCases(program: ParsedProgram, statement: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const cases = clausesOf(statement).filter(({ keyword }) => keyword.name !== "else");
  return cases.flatMap((clause, index) => {
    const next = cases[index + 1];
    return next ? [exchanged(program, caseSpan(program, clause), caseSpan(program, next))] : [];
  });
}

/** From the condition to the end of the body. */
function caseSpan(program: ParsedProgram, { head, body }: BranchClause): TextSpan {
  return { from: head[0]?.from ?? body.from, to: endOf(program, body) };
}

/** Two checks, one after the other, each of which leaves. */
function exchangedGuards(program: ParsedProgram, block: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const statements = statementsOf(block);
  return statements.flatMap((statement, index) => {
    const next = statements[index + 1];
    if (!next || !isGuard(program, statement) || !isGuard(program, next)) return [];
    const span = (guard: SyntaxNode) => ({ from: guard.from, to: endOf(program, guard) });
    return [exchanged(program, span(statement), span(next))];
  });
}

function isGuard(program: ParsedProgram, statement: SyntaxNode): boolean {
  const clauses = clausesOf(statement);
  const [only] = clauses;
  return (
    statement.name === "IfStatement" &&
    clauses.length === 1 &&
    !!only &&
    leaves(only.body) &&
    standsAlone(program, statement)
  );
}

function exchanged(program: ParsedProgram, one: TextSpan, other: TextSpan): readonly SourceEdit[] {
  return [
    { ...one, text: sourceOf(program, other) },
    { ...other, text: sourceOf(program, one) },
  ];
}
