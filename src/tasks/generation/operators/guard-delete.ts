/** `if not xs: return []` is gone: a case that leaves early is forgotten. Sources: SW, PT. */
import { clausesOf, leavesBlock, statementsNamed, statementsOf, withoutStatement } from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";

export const guardDelete: MutationOperator = defineOperator({
  name: "guard-delete",
  bugType: "missing-check",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "IfStatement").flatMap((statement) => {
      const [only, ...others] = clausesOf(statement);
      const isGuard = only && others.length === 0 && leavesBlock(only.body);
      const isAlone = statement.parent?.name === "Body" && statementsOf(statement.parent).length === 1;
      return isGuard && !isAlone ? [withoutStatement(program, statement)] : [];
    }),
});
