/** Two neighbouring statements stand in the other order: updated before it is used, or asked before it is updated. Source: SW. */
import type { SyntaxNode } from "@lezer/common";
import { blocksOf, endOf, isCompound, standsAlone, statementsOf } from "../blocks.ts";
import { defineOperator } from "../define-operator.ts";
import { firstTargetIn, namesIn } from "../names.ts";
import type { MutationOperator, SourceEdit } from "../operator.ts";
import { childrenOf, nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";

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

/** One of the two changes what the other one reads, and neither is what gives the other one its names. */
function areTied(program: ParsedProgram, one: SyntaxNode, other: SyntaxNode): boolean {
  const shared = namesIn(program, one).filter((name) => name !== "self" && namesIn(program, other).includes(name));
  const attributes = attributesIn(program, one).filter((name) => attributesIn(program, other).includes(name));
  if (shared.length + attributes.length === 0) return false;
  const given = childrenOf(one)
    .filter((part) => firstTargetIn(program, part))
    .flatMap((part) => namesIn(program, part));
  return !given.some((name) => namesIn(program, other).includes(name));
}

/** `.x` of `self.x` and of any other object. */
function attributesIn(program: ParsedProgram, { from, to }: SyntaxNode): readonly string[] {
  return nodesNamed(program, "PropertyName")
    .filter((node) => node.from >= from && node.to <= to)
    .map((node) => sourceOf(program, node));
}
