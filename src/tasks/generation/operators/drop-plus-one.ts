/** `j + 1` to `j`: the one that belongs there is forgotten. Source: QB. */
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { binaryPartsOf, expressionAt, replaceExpression } from "../expressions.ts";
import { integerAt } from "../one-off.ts";
import { nodesNamed } from "../parsed-program.ts";

export const dropPlusOne: MutationOperator = defineOperator({
  name: "drop-plus-one",
  bugType: "off-by-one",
  realism: "realistic",
  mutants: (program) =>
    nodesNamed(program, "BinaryExpression").flatMap((node) => {
      const parts = binaryPartsOf(program, node);
      if (parts === null) return [];
      const { left, operator, right } = parts;
      const isSum = operator === "+" || operator === "-";
      if (isSum && integerAt(program, right) === 1)
        return [replaceExpression(program, node, expressionAt(program, left))];
      if (operator !== "+" || integerAt(program, left) !== 1) return [];
      return [replaceExpression(program, node, expressionAt(program, right))];
    }),
});
