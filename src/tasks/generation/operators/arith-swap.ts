/** `a + b` to `a - b`: one operator of arithmetic for another. Sources: SW, MM, CR, MP, PIT, ST, BL, HE. */
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { binaryPartsOf } from "../expressions.ts";
import { valueKindOf } from "../kinds.ts";
import { nodesNamed } from "../parsed-program.ts";

const SWAPPED: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["+"],
  "/": ["*"],
  "//": ["%"],
  "%": ["//"],
  "**": ["*"],
  "&": ["|"],
  "|": ["&"],
  "^": ["|"],
  "<<": [">>"],
  ">>": ["<<"],
};

export const arithSwap: MutationOperator = defineOperator({
  name: "arith-swap",
  bugType: "wrong-operator",
  realism: "plausible",
  mutants: (program) =>
    nodesNamed(program, "BinaryExpression").flatMap((node) => {
      const parts = binaryPartsOf(program, node);
      if (parts === null) return [];
      const kinds = [valueKindOf(program, parts.left), valueKindOf(program, parts.right)];
      // Texts and lists know no other arithmetic than their own; sets do.
      if (kinds.some((kind) => kind === "text" || kind === "list" || kind === "tuple" || kind === "dict")) return [];
      return (SWAPPED[parts.operator] ?? []).map((operator) => replaceSpan(parts.operatorSpan, operator));
    }),
});
