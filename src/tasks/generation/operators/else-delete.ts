/** The `else` of an `if` is gone: what belongs into all other cases is forgotten. Source: SW. */
import { clauseLines, clausesOf, statementsNamed } from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";

export const elseDelete: MutationOperator = defineOperator({
  name: "else-delete",
  bugType: "missing-case",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "IfStatement")
      .flatMap((statement) => clausesOf(statement).filter(({ keyword }) => keyword.name === "else"))
      .map((clause) => replaceSpan(clauseLines(program, clause), "")),
});
