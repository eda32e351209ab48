/** One of an `if`'s several cases is gone; where it was the first, the next one becomes it. Sources: HE, TS. */
import { clauseLines, clausesOf, statementsNamed } from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";

export const elifDelete: MutationOperator = defineOperator({
  name: "elif-delete",
  bugType: "missing-case",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "IfStatement").flatMap((statement) => {
      const clauses = clausesOf(statement);
      return clauses.flatMap((clause, index) => {
        const next = clauses[index + 1];
        if (clause.keyword.name === "elif") return [replaceSpan(clauseLines(program, clause), "")];
        if (clause.keyword.name !== "if" || next?.keyword.name !== "elif") return [];
        return [replaceSpan({ from: clause.keyword.from, to: next.keyword.to }, "if")];
      });
    }),
});
