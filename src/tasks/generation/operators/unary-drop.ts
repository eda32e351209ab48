/** `-x` to `x`: a sign, a `not` or a `~` is forgotten. Conditions that are nothing but a `not` are `cond-negate`'s. Sources: PIT, CR. */
import type { SyntaxNode } from "@lezer/common";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { conditionsOf, expressionAt, replaceExpression, withParentheses } from "../expressions.ts";
import { childrenOf, nodesNamed } from "../parsed-program.ts";

export const unaryDrop: MutationOperator = defineOperator({
  name: "unary-drop",
  bugType: "missing-negation",
  realism: "plausible",
  mutants: (program) =>
    nodesNamed(program, "UnaryExpression").flatMap((node) => {
      const operand = childrenOf(node)[1];
      return operand && !isCondition(node) ? [replaceExpression(program, node, expressionAt(program, operand))] : [];
    }),
});

function isCondition(node: SyntaxNode): boolean {
  const place = withParentheses(node);
  return place.parent !== null && conditionsOf(place.parent).some(({ from }) => from === place.from);
}
