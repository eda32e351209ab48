/** `base + extra` to `base`: a part of a calculation is forgotten. Sources: SW, TS. */
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import {
  BINDING_STRENGTH,
  binaryPartsOf,
  bindingOf,
  bindingOfOperator,
  expressionAt,
  replaceExpression,
} from "../expressions.ts";
import { integerAt } from "../one-off.ts";
import { nodesNamed } from "../parsed-program.ts";

export const operandDrop: MutationOperator = defineOperator({
  name: "operand-drop",
  bugType: "missing-operand",
  realism: "plausible",
  mutants: (program) =>
    nodesNamed(program, "BinaryExpression").flatMap((node) => {
      const parts = binaryPartsOf(program, node);
      const binding = parts && bindingOfOperator(parts.operator);
      if (parts === null || binding === null || binding <= BINDING_STRENGTH.comparison) return [];
      // A one that is added or taken away has an operator of its own, and `%` and `//` without a left side mean nothing.
      const { left, operator, right } = parts;
      const isStep = /^[+-]$/.test(operator) && (integerAt(program, right) === 1 || integerAt(program, left) === 1);
      if (isStep) return [];
      const isChain = bindingOf(program, left) === binding;
      const kept = isChain || /^[+*|&^]$/.test(operator) === false ? [left] : [left, right];
      return kept.map((operand) => replaceExpression(program, node, expressionAt(program, operand)));
    }),
});
