/** `//` for `/`, `int` for `round`, a division that no longer rounds up: a number is rounded the other way. Source: DB. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { callsOf, isInRaise, positionalOf } from "../calls.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import {
  BINDING_STRENGTH,
  binaryPartsOf,
  expressionAt,
  replaceExpression,
  withoutParentheses,
} from "../expressions.ts";
import { valueKindOf } from "../kinds.ts";
import { integerAt } from "../one-off.ts";
import { childrenOf, nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";

const ROUNDED: Readonly<Record<string, readonly string[]>> = {
  int: ["round"],
  round: ["int"],
  ceil: ["floor"],
  floor: ["ceil"],
};

export const roundingChange: MutationOperator = defineOperator({
  name: "rounding",
  bugType: "wrong-rounding",
  realism: "realistic",
  mutants: (program) => [
    ...nodesNamed(program, "BinaryExpression").flatMap((node) => divisions(program, node)),
    ...nodesNamed(program, "UnaryExpression").flatMap((node) => ceilings(program, node)),
    ...roundingCalls(program),
  ],
});

function divisions(program: ParsedProgram, node: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const parts = binaryPartsOf(program, node);
  if (parts?.operator === "/") return [replaceSpan(parts.operatorSpan, "//")];
  if (parts?.operator !== "//") return [];
  const other = replaceSpan(parts.operatorSpan, "/");
  const counted = roundedUp(program, parts.left, parts.right);
  return counted ? [other, replaceExpression(program, parts.left, expressionAt(program, counted))] : [other];
}

/** `n` of `(n + k - 1) // k`. */
function roundedUp(program: ParsedProgram, sum: SyntaxNode, divisor: SyntaxNode): SyntaxNode | null {
  const less = binaryPartsOf(program, withoutParentheses(sum));
  const more = less && binaryPartsOf(program, less.left);
  if (less?.operator !== "-" || integerAt(program, less.right) !== 1 || more?.operator !== "+") return null;
  if (sourceOf(program, more.right) === sourceOf(program, divisor)) return more.left;
  return sourceOf(program, more.left) === sourceOf(program, divisor) ? more.right : null;
}

/** `-(-n // k)` rounds up; without its signs it rounds down. */
function ceilings(program: ParsedProgram, node: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const [sign, operand] = childrenOf(node);
  const division = operand && binaryPartsOf(program, withoutParentheses(operand));
  const negative = division?.operator === "//" && division.left.name === "UnaryExpression" ? division.left : null;
  const counted = negative && childrenOf(negative)[1];
  if (!division || !counted || sign?.name !== "ArithOp" || sourceOf(program, sign) !== "-") return [];
  const text = `${sourceOf(program, counted)} // ${sourceOf(program, division.right)}`;
  return [replaceExpression(program, node, { text, binding: BINDING_STRENGTH.product })];
}

function roundingCalls(program: ParsedProgram): readonly (readonly SourceEdit[])[] {
  return callsOf(program).flatMap((call) => {
    const positional = positionalOf(call);
    const [first] = positional;
    const callee = call.receiver === null ? call.call.firstChild : (call.call.firstChild?.lastChild ?? null);
    const isRounding = callee && positional.length === 1 && call.args.length === 1 && !isInRaise(call.call);
    if (!isRounding || !first || valueKindOf(program, first) === "text") return [];
    const isInt = call.name === "int";
    const mayRound = !isInt || binaryPartsOf(program, withoutParentheses(first))?.operator === "/";
    return mayRound ? (ROUNDED[call.name] ?? []).map((name) => replaceSpan(callee, name)) : [];
  });
}
