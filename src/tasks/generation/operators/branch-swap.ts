/** What belongs under `if` stands under `else`, and the other way round; `a if c else b` likewise. Source: SW. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { bodyLines, clausesOf, statementsNamed } from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { asOperand, BINDING_STRENGTH, expressionAt } from "../expressions.ts";
import { childrenOf, nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";

export const branchSwap: MutationOperator = defineOperator({
  name: "branch-swap",
  bugType: "swapped-branches",
  realism: "silly",
  mutants: (program) => [
    ...statementsNamed(program, "IfStatement").flatMap((statement) => swappedBodies(program, statement)),
    ...nodesNamed(program, "ConditionalExpression").flatMap((node) => swappedValues(program, node)),
  ],
});

function swappedBodies(program: ParsedProgram, statement: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const [first, second, ...others] = clausesOf(statement);
  if (!first || second?.keyword.name !== "else" || others.length > 0) return [];
  const [one, other] = [bodyLines(program, first.body), bodyLines(program, second.body)];
  if (one === null || other === null) return [];
  const text = (lines: typeof one) => `${sourceOf(program, lines).replace(/\n$/, "")}\n`;
  return [
    [
      { ...one, text: text(other) },
      { ...other, text: text(one) },
    ],
  ];
}

function swappedValues(program: ParsedProgram, node: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const parts = childrenOf(node);
  const [value, other] = [parts[0], parts.at(-1)];
  if (!value || !other || parts.length !== 5) return [];
  return [
    [
      {
        from: value.from,
        to: value.to,
        text: asOperand(expressionAt(program, other), BINDING_STRENGTH.conditional + 1),
      },
      { from: other.from, to: other.to, text: asOperand(expressionAt(program, value), BINDING_STRENGTH.conditional) },
    ],
  ];
}
