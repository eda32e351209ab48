/** `width - 1` to `width - 2`, `100` to `10`: a whole number is another one. Sources: MM, CR, SW, BL. */
import type { SyntaxNode } from "@lezer/common";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { replaceExpression } from "../expressions.ts";
import { calleeName } from "../kinds.ts";
import { integerAt, integerExpression } from "../one-off.ts";
import { nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";

export const constShift: MutationOperator = defineOperator({
  name: "const-shift",
  bugType: "wrong-constant",
  realism: "plausible",
  mutants: (program) =>
    nodesNamed(program, "Number")
      .map(signed)
      .filter((node) => !isPlace(program, node))
      .flatMap((node) => {
        const value = integerAt(program, node);
        if (value === null || /^0\d/.test(sourceOf(program, node))) return [];
        return valuesNear(value).map((near) => replaceExpression(program, node, integerExpression(near)));
      }),
});

/** A digit too few is the mistake that is made with round numbers. */
function valuesNear(value: number): readonly number[] {
  const isRound = value >= 100 && value % 10 === 0;
  return isRound ? [value / 10, value + 1] : [value + 1, value - 1];
}

function signed(node: SyntaxNode): SyntaxNode {
  const isNegated = node.parent?.name === "UnaryExpression" && node.prevSibling?.name === "ArithOp";
  return isNegated && node.parent ? node.parent : node;
}

/** Indices, slices and the bounds of ranges have operators of their own. */
function isPlace(program: ParsedProgram, { parent }: SyntaxNode): boolean {
  if (parent?.name === "ArgList") return parent.parent !== null && calleeName(program, parent.parent) === "range";
  return parent?.name === "MemberExpression";
}
