/** `[x for x in xs if x > 0]` to `[x for x in xs]`: a comprehension takes all. Sources: MM, ST. */
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { childrenOf, nodesNamed } from "../parsed-program.ts";

const COMPREHENSIONS = [
  "ArrayComprehensionExpression",
  "ComprehensionExpression",
  "SetComprehensionExpression",
  "DictionaryComprehensionExpression",
  // A generator that is a call's only argument.
  "ArgList",
];

export const compFilterDrop: MutationOperator = defineOperator({
  name: "comp-filter-drop",
  bugType: "missing-condition",
  realism: "plausible",
  mutants: (program) =>
    nodesNamed(program, ...COMPREHENSIONS).flatMap((node) => {
      const parts = childrenOf(node);
      return parts.flatMap((part, at) => {
        const [before, condition] = [parts[at - 1], parts[at + 1]];
        if (part.name !== "if" || !before || !condition) return [];
        return [replaceSpan({ from: before.to, to: condition.to }, "")];
      });
    }),
});
