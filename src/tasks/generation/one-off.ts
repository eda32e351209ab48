/** An expression one more or one less, written as an engineer would: `n - 1` and one more is `n`. */
import type { SyntaxNode } from "@lezer/common";
import {
  asOperand,
  BINDING_STRENGTH,
  binaryPartsOf,
  expressionAt,
  type NewExpression,
  withoutParentheses,
} from "./expressions.ts";
import { type ParsedProgram, sourceOf } from "./parsed-program.ts";

/** The value of an integer literal, with its sign; null of anything else. */
export function integerAt(program: ParsedProgram, node: SyntaxNode): number | null {
  const text = sourceOf(program, node).replace(/^-\s*/, "-");
  const isLiteral = node.name === "Number" || (node.name === "UnaryExpression" && node.lastChild?.name === "Number");
  return isLiteral && /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

export function integerExpression(value: number): NewExpression {
  return { text: String(value), binding: value < 0 ? BINDING_STRENGTH.sign : BINDING_STRENGTH.atom };
}

export function shiftedByOne(program: ParsedProgram, node: SyntaxNode, by: 1 | -1): NewExpression {
  const inner = withoutParentheses(node);
  const value = integerAt(program, inner);
  if (value !== null) return integerExpression(value + by);
  const parts = binaryPartsOf(program, inner);
  const step = parts && integerAt(program, parts.right);
  if (parts && step !== null && (parts.operator === "+" || parts.operator === "-")) {
    const sum = (parts.operator === "+" ? step : -step) + by;
    if (sum === 0) return expressionAt(program, parts.left);
    return plus(sourceOf(program, parts.left), sum);
  }
  return plus(asOperand(expressionAt(program, inner), BINDING_STRENGTH.sum), by);
}

function plus(text: string, by: number): NewExpression {
  return { text: `${text} ${by < 0 ? "-" : "+"} ${Math.abs(by)}`, binding: BINDING_STRENGTH.sum };
}
