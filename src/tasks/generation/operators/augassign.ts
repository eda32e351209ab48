/** `total += x` to `total = x` or `total -= x`. Sources: TS, CR, ST. */
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { valueKindOf } from "../kinds.ts";
import { childrenOf, nodesNamed, sourceOf } from "../parsed-program.ts";

const REPLACED: Readonly<Record<string, readonly string[]>> = {
  "+=": ["=", "-="],
  "-=": ["=", "+="],
  "*=": ["=", "+="],
  "/=": ["*="],
  "//=": ["=", "-="],
  "%=": ["=", "//="],
  "|=": ["=", "&="],
  "&=": ["=", "|="],
  "^=": ["=", "|="],
  "<<=": [">>="],
  ">>=": ["<<="],
};

export const augassignChange: MutationOperator = defineOperator({
  name: "augassign",
  bugType: "wrong-assignment",
  realism: "realistic",
  mutants: (program) =>
    nodesNamed(program, "UpdateStatement").flatMap((statement) => {
      const [target, operator, value] = childrenOf(statement);
      if (!target || !operator || !value) return [];
      const kinds = [valueKindOf(program, target), valueKindOf(program, value)];
      const isSequence = kinds.some((kind) => kind === "text" || kind === "list" || kind === "tuple");
      const written = REPLACED[sourceOf(program, operator)] ?? [];
      return written.filter((text) => text === "=" || !isSequence).map((text) => replaceSpan(operator, text));
    }),
});
