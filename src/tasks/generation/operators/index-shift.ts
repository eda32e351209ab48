/** `items[i]` to `items[i - 1]`: the element before or after is read. Sources: DB, QB. */
import type { SyntaxNode } from "@lezer/common";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { replaceExpression } from "../expressions.ts";
import { valueKindOf } from "../kinds.ts";
import { isTarget } from "../names.ts";
import { shiftedByOne } from "../one-off.ts";
import { nodesNamed, type ParsedProgram } from "../parsed-program.ts";
import { subscriptOf } from "../subscripts.ts";

export const indexShift: MutationOperator = defineOperator({
  name: "index-shift",
  bugType: "off-by-one",
  realism: "realistic",
  mutants: (program) =>
    nodesNamed(program, "MemberExpression").flatMap((member) => {
      const index = subscriptOf(member);
      if (index === null || isTarget(member) || !isPosition(program, member, index)) return [];
      return ([-1, 1] as const).map((by) => replaceExpression(program, index, shiftedByOne(program, index, by)));
    }),
});

/** A key of a mapping is no place in a sequence. */
function isPosition(program: ParsedProgram, member: SyntaxNode, index: SyntaxNode): boolean {
  const base = member.firstChild && valueKindOf(program, member.firstChild);
  return valueKindOf(program, index) === "number" && base !== "dict" && base !== "set";
}
