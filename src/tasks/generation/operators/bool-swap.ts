/** `a and b` to `a or b`, and back. Sources: MM, CR, MP, PIT, ST, SW. */
import type { MutationOperator } from "../define-operator.ts";
import { replaceToken } from "../replace-token.ts";

export const boolSwap: MutationOperator = replaceToken({
  name: "bool-swap",
  bugType: "wrong-condition",
  realism: "realistic",
  tokens: ["and", "or"],
  replacements: { and: ["or"], or: ["and"] },
});
