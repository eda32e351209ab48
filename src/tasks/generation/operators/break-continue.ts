/** `break` to `continue`, and back. Sources: MP, CR. */
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { nodesNamed } from "../parsed-program.ts";

export const breakContinue: MutationOperator = defineOperator({
  name: "break-continue",
  bugType: "wrong-loop-exit",
  realism: "realistic",
  mutants: (program) =>
    nodesNamed(program, "BreakStatement", "ContinueStatement").map((statement) =>
      replaceSpan(statement, statement.name === "BreakStatement" ? "continue" : "break"),
    ),
});
