/** `return found` to `return None`, `True` to `False`: a fixed answer. Sources: PIT, SW. */
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { childrenOf, nodesNamed, sourceOf } from "../parsed-program.ts";

export const returnConst: MutationOperator = defineOperator({
  name: "return-const",
  bugType: "wrong-return",
  realism: "silly",
  mutants: (program) =>
    nodesNamed(program, "ReturnStatement").flatMap((statement) => {
      const [word, value] = childrenOf(statement);
      const last = statement.lastChild;
      if (!word || !value || !last) return [];
      const text = sourceOf(program, { from: value.from, to: last.to });
      if (text === "True" || text === "False") return [replaceSpan(value, text === "True" ? "False" : "True")];
      return text === "None" ? [] : [replaceSpan({ from: value.from, to: last.to }, "None")];
    }),
});
