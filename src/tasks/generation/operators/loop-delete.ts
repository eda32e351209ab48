/** A whole loop is gone. Sources: PIT, SW. */
import { statementsNamed, statementsOf, withoutStatement } from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";

export const loopDelete: MutationOperator = defineOperator({
  name: "loop-delete",
  bugType: "missing-loop",
  realism: "silly",
  mutants: (program) =>
    statementsNamed(program, "ForStatement", "WhileStatement")
      .filter(({ parent }) => parent !== null && statementsOf(parent).length > 1)
      .map((statement) => withoutStatement(program, statement)),
});
