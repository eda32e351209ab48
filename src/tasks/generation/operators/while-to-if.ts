/** `while x in taken` to `if x in taken`: the first is dealt with and no other. Source: QB. */
import { clausesOf, statementsNamed } from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { hasExitOf } from "../loops.ts";

export const whileToIf: MutationOperator = defineOperator({
  name: "while-to-if",
  bugType: "wrong-loop",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "WhileStatement").flatMap((loop) => {
      const [only, ...others] = clausesOf(loop);
      const isForever = only?.head[0]?.name === "Boolean";
      return only && others.length === 0 && !isForever && !hasExitOf(program, loop, loop)
        ? [replaceSpan(only.keyword, "if")]
        : [];
    }),
});
