/** Two neighbouring statements stand in the other order: updated before it is used, or asked before it is updated. Source: SW. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { blocksOf, clausesOf, endOf, isCompound, leavesBlock, standsAlone, statementsOf } from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { nameOfDefinition } from "../definitions.ts";
import { hasEffect } from "../expressions.ts";
import { firstTargetIn, namesIn } from "../names.ts";
import { childrenOf, enclosingFunction, type ParsedProgram, sourceOf } from "../parsed-program.ts";
import { pathsChanged, pathsMeet, pathsTouched } from "../paths.ts";

export const stmtSwap: MutationOperator = defineOperator({
  name: "stmt-swap",
  bugType: "wrong-order",
  realism: "realistic",
  mutants: (program) =>
    blocksOf(program).flatMap((block) => {
      const statements = statementsOf(block);
      return statements.flatMap((statement, index) => swapped(program, statement, statements[index + 1]));
    }),
});

function swapped(
  program: ParsedProgram,
  one: SyntaxNode,
  other: SyntaxNode | undefined,
): readonly (readonly SourceEdit[])[] {
  if (!other || !mayMove(one) || !mayMove(other) || (isCompound(one) && isCompound(other))) return [];
  if (![one, other].every((statement) => standsAlone(program, statement)) || !areTied(program, one, other)) return [];
  const span = (statement: SyntaxNode) => ({ from: statement.from, to: endOf(program, statement) });
  return [
    [
      { ...span(one), text: sourceOf(program, span(other)) },
      { ...span(other), text: sourceOf(program, span(one)) },
    ],
  ];
}

/** What stands after a statement that leaves is dead, and loops as a whole are hardly misplaced. */
function mayMove({ name }: SyntaxNode): boolean {
  return /^(Assign|Update|Expression|Delete|If)Statement$/.test(name);
}

/** One of the two changes what the other one looks at, or is not reached where the other one leaves; and it gives no names. */
function areTied(program: ParsedProgram, one: SyntaxNode, other: SyntaxNode): boolean {
  const given = childrenOf(one)
    .filter((part) => firstTargetIn(program, part))
    .flatMap((part) => namesIn(program, part));
  if (given.some((name) => namesIn(program, other).includes(name))) return false;
  const changedHere = pathsChanged(program, one);
  const changedThere = pathsChanged(program, other);
  if (pathsMeet(changedHere, pathsTouched(program, other)) || pathsMeet(changedThere, pathsTouched(program, one)))
    return true;
  return isGuard(one) && !isInInit(program, one) && hasEffect(other);
}

function isGuard(statement: SyntaxNode): boolean {
  return statement.name === "IfStatement" && clausesOf(statement).some(({ body }) => leavesBlock(body));
}

/** An object whose `__init__` fails is never seen. */
function isInInit(program: ParsedProgram, statement: SyntaxNode): boolean {
  const method = enclosingFunction(statement);
  return method !== null && nameOfDefinition(program, method) === "__init__";
}
