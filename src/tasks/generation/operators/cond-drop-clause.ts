/** `i < n and items[i]` to `items[i]`: one of several conditions is forgotten. Sources: TS, PIT, ST. */
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { binaryPartsOf, expressionAt, replaceExpression } from "../expressions.ts";
import { nodesNamed } from "../parsed-program.ts";

export const condDropClause: MutationOperator = defineOperator({
  name: "cond-drop-clause",
  bugType: "missing-condition",
  realism: "realistic",
  mutants: (program) =>
    nodesNamed(program, "BinaryExpression").flatMap((node) => {
      const parts = binaryPartsOf(program, node);
      if (parts === null || (parts.operator !== "and" && parts.operator !== "or")) return [];
      // `a and b and c` is `(a and b) and c`: its first two clauses are dropped further in, one by one.
      const isChain = binaryPartsOf(program, parts.left)?.operator === parts.operator;
      const kept = isChain ? [parts.left] : [parts.left, parts.right];
      return kept.map((clause) => replaceExpression(program, node, expressionAt(program, clause)));
    }),
});
