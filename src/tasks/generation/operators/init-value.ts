/** `best = float("-inf")` to `best = 0`: what is counted or searched begins at the wrong value. Sources: QB, TS. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { statementsNamed } from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { BINDING_STRENGTH, replaceExpression } from "../expressions.ts";
import { isTarget } from "../names.ts";
import { integerAt, integerExpression, shiftedByOne } from "../one-off.ts";
import { childrenOf, enclosingFunction, nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";

export const initValue: MutationOperator = defineOperator({
  name: "init-value",
  bugType: "wrong-initial-value",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "AssignStatement").flatMap((statement) => {
      const parts = childrenOf(statement);
      const [target, , value] = parts;
      if (!target || !value || parts.length !== 3 || !isChangedLater(program, target)) return [];
      return otherBeginnings(program, value);
    }),
});

function otherBeginnings(program: ParsedProgram, value: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const written = (...texts: readonly string[]) =>
    texts.map((text) => replaceExpression(program, value, { text, binding: BINDING_STRENGTH.atom }));
  const text = sourceOf(program, value);
  if (/^-?(float\(["']-?inf["']\)|(math\.)?inf)$/.test(text)) return written("0");
  if (text === "True" || text === "False") return written(text === "True" ? "False" : "True");
  if (text === "None") return written("0");
  const number = integerAt(program, value);
  if (number !== null) {
    const others = number === 0 ? [1, -1] : number === 1 ? [0] : [number + 1, 0];
    return others
      .filter((other) => other !== number)
      .map((other) => replaceExpression(program, value, integerExpression(other)));
  }
  if (/^\w+\[0\]$/.test(text)) return written("0");
  if (/^len\([\w.]+\)( - 1)?$/.test(text)) {
    return [replaceExpression(program, value, shiftedByOne(program, value, text.endsWith("- 1") ? 1 : -1))];
  }
  return [];
}

/** An accumulator: the same target gets another value further down in its function, or in another method. */
function isChangedLater(program: ParsedProgram, target: SyntaxNode): boolean {
  const text = sourceOf(program, target);
  const definition = enclosingFunction(target);
  return nodesNamed(program, target.name).some((other) => {
    if (other.from === target.from || sourceOf(program, other) !== text || !isTarget(other)) return false;
    const isLater = other.from > target.from;
    return target.name === "MemberExpression"
      ? isLater
      : isLater && enclosingFunction(other)?.from === definition?.from;
  });
}
