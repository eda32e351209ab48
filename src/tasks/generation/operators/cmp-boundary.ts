/** `low < high` to `low <= high`: a comparison takes the boundary in or leaves it out. Sources: PIT, ST, CR, MM, QB. */
import type { MutationOperator } from "../define-operator.ts";
import { replaceToken } from "../replace-token.ts";

export const cmpBoundary: MutationOperator = replaceToken({
  name: "cmp-boundary",
  bugType: "wrong-comparison",
  realism: "realistic",
  tokens: ["CompareOp"],
  replacements: { "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"] },
});
