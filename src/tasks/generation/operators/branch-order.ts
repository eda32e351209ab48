/** Two cases are asked for in the other order, so that the wider one hides the narrower. Source: MN. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import {
  type BranchClause,
  blocksOf,
  clausesOf,
  endOf,
  leavesBlock,
  standsAlone,
  statementsNamed,
  statementsOf,
} from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { binaryPartsOf, withoutParentheses } from "../expressions.ts";
import { isStringNode, type ParsedProgram, sourceOf, type TextSpan } from "../parsed-program.ts";

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
    return next && mayBothHold(program, clause, next)
      ? [exchanged(program, caseSpan(program, clause), caseSpan(program, next))]
      : [];
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
    const [first, second] = [clausesOf(statement)[0], clausesOf(next)[0]];
    if (!first || !second || !mayBothHold(program, first, second) || raiseAlike(program, first, second)) return [];
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
    leavesBlock(only.body) &&
    standsAlone(program, statement)
  );
}

function exchanged(program: ParsedProgram, one: TextSpan, other: TextSpan): readonly SourceEdit[] {
  return [
    { ...one, text: sourceOf(program, other) },
    { ...other, text: sourceOf(program, one) },
  ];
}

/** Of conditions that cannot hold together it does not matter which is asked first. */
function mayBothHold(program: ParsedProgram, one: BranchClause, other: BranchClause): boolean {
  const [first, second] = [one, other].map(({ head }) => questionOf(program, head[0]));
  if (!first || !second || first.about !== second.about) return true;
  return !(first.isFixed && second.isFixed) && first.against !== second.against;
}

interface Question {
  /** What is asked about: `kind` of `kind == "a"`. */
  readonly about: string;
  /** What it is compared with, or what it should be one of. */
  readonly against: string;
  /** Whether it asks for certain values or types, of which there are others. */
  readonly isFixed: boolean;
}

function questionOf(program: ParsedProgram, condition: SyntaxNode | undefined): Question | null {
  if (!condition) return null;
  const node = withoutParentheses(condition);
  const parts = binaryPartsOf(program, node);
  if (parts?.operator === "and") return questionOf(program, parts.left);
  if (parts) {
    const isFixed =
      parts.operator === "==" || parts.operator === "is" || (parts.operator === "in" && isStringNode(parts.right));
    return { about: sourceOf(program, parts.left), against: sourceOf(program, parts.right), isFixed };
  }
  const [, about = "", against = ""] = /^isinstance\(([\w.]+), (.*)\)$/.exec(sourceOf(program, node)) ?? [];
  return about === "" ? null : { about, against, isFixed: true };
}

/** Tests see an exception's type, not what it says. */
function raiseAlike(program: ParsedProgram, one: BranchClause, other: BranchClause): boolean {
  const [first, second] = [one, other].map(({ body }) => {
    const [only, more] = statementsOf(body);
    const [, type] = (only && !more && /^raise (\w+)/.exec(sourceOf(program, only))) || [];
    return type;
  });
  return first !== undefined && first === second;
}
