/** `return walk(node)` to `walk(node)`: the result of a call is lost. Source: PIT. */
import { statementsNamed } from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { childrenOf, sourceOf } from "../parsed-program.ts";

export const returnDrop: MutationOperator = defineOperator({
  name: "return-drop",
  bugType: "missing-return",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "ReturnStatement").flatMap((statement) => {
      const [, value, more] = childrenOf(statement);
      const isCall = value?.name === "CallExpression" && !more;
      return isCall ? [replaceSpan(statement, sourceOf(program, value))] : [];
    }),
});
