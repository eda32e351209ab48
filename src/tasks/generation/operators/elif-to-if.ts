/** `elif x > 20` to `if x > 20`: two cases that exclude each other may now both happen. Source: MN. */
import { clausesOf, leavesBlock, statementsNamed } from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";

export const elifToIf: MutationOperator = defineOperator({
  name: "elif-to-if",
  bugType: "wrong-branching",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "IfStatement").flatMap((statement) => {
      const clauses = clausesOf(statement);
      return clauses
        .filter(({ keyword }, index) => {
          // What follows a case that leaves is not reached from it in either way.
          const before = clauses.slice(0, index);
          return keyword.name === "elif" && !before.every(({ body }) => leavesBlock(body));
        })
        .map(({ keyword }) => replaceSpan(keyword, "if"));
    }),
});
