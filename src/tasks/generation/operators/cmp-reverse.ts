/** `value > best` to `value < best`: a comparison points the other way. Sources: CR, ST. */
import type { MutationOperator } from "../define-operator.ts";
import { replaceToken } from "../replace-token.ts";

export const cmpReverse: MutationOperator = replaceToken({
  name: "cmp-reverse",
  bugType: "wrong-comparison",
  realism: "plausible",
  tokens: ["CompareOp"],
  replacements: { "<": [">"], ">": ["<"], "<=": [">="], ">=": ["<="] },
});
