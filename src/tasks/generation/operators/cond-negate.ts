/** `if ready` to `if not ready`, and back. Comparisons have operators of their own. Sources: PIT, MP. */
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import {
  asOperand,
  BINDING_STRENGTH,
  bindingOf,
  conditionsOf,
  expressionAt,
  replaceExpression,
  withoutParentheses,
} from "../expressions.ts";
import { childrenOf } from "../parsed-program.ts";

export const condNegate: MutationOperator = defineOperator({
  name: "cond-negate",
  bugType: "inverted-condition",
  realism: "plausible",
  mutants: (program) =>
    program.nodes.flatMap(conditionsOf).flatMap((condition) => {
      const inner = withoutParentheses(condition);
      const operand =
        inner.name === "UnaryExpression" && inner.firstChild?.name === "not" ? childrenOf(inner)[1] : null;
      if (operand) return [replaceExpression(program, inner, expressionAt(program, operand))];
      if (inner.name === "Boolean" || bindingOf(program, inner) < BINDING_STRENGTH.atom) return [];
      const text = `not ${asOperand(expressionAt(program, inner), BINDING_STRENGTH.not)}`;
      return [replaceExpression(program, inner, { text, binding: BINDING_STRENGTH.not })];
    }),
});
