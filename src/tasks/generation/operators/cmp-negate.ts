/** `key in seen` to `key not in seen`, `==` to `!=`, `is` to `is not`, and back. Sources: CR, MM, ST. */
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { binaryPartsOf } from "../expressions.ts";
import { nodesNamed } from "../parsed-program.ts";

const NEGATED: Readonly<Record<string, string>> = {
  "==": "!=",
  "!=": "==",
  in: "not in",
  "not in": "in",
  is: "is not",
  "is not": "is",
};

export const cmpNegate: MutationOperator = defineOperator({
  name: "cmp-negate",
  bugType: "inverted-condition",
  realism: "plausible",
  mutants: (program) =>
    nodesNamed(program, "BinaryExpression").flatMap((node) => {
      const parts = binaryPartsOf(program, node);
      const negated = parts && NEGATED[parts.operator];
      return parts && negated ? [replaceSpan(parts.operatorSpan, negated)] : [];
    }),
});
