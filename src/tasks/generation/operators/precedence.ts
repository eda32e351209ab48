/** `(a + b) * c` to `a + b * c`, and back: parentheses stand elsewhere. Source: SW's language-model rewrites. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import {
  asOperand,
  BINDING_STRENGTH,
  binaryPartsOf,
  bindingAskedAt,
  bindingOf,
  bindingOfOperator,
  expressionAt,
  withoutParentheses,
} from "../expressions.ts";
import { nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";

export const precedenceChange: MutationOperator = defineOperator({
  name: "precedence",
  bugType: "wrong-precedence",
  realism: "realistic",
  mutants: (program) => [
    ...nodesNamed(program, "ParenthesizedExpression").flatMap((node) => unwrapped(program, node)),
    ...nodesNamed(program, "BinaryExpression").flatMap((node) => grouped(program, node)),
  ],
});

/** The parentheses come off where that changes what is calculated. */
function unwrapped(program: ParsedProgram, node: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const inner = withoutParentheses(node);
  const text = sourceOf(program, inner);
  const isOperand = node.parent?.name === "BinaryExpression" || node.parent?.firstChild?.name === "not";
  const binds = bindingOf(program, inner);
  if (!isOperand || text.includes("\n") || binds <= BINDING_STRENGTH.conditional) return [];
  return binds < bindingAskedAt(program, node) ? [replaceSpan(node, text)] : [];
}

/** `a + b * c` is calculated from left to right: `(a + b) * c`. */
function grouped(program: ParsedProgram, node: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const outer = binaryPartsOf(program, node);
  const inner = outer && binaryPartsOf(program, outer.right);
  if (!outer || !inner) return [];
  const [loose, tight] = [bindingOfOperator(outer.operator), bindingOfOperator(inner.operator)];
  const isArithmetic = loose === BINDING_STRENGTH.sum && tight === BINDING_STRENGTH.product;
  const isLogic = loose === BINDING_STRENGTH.or && tight === BINDING_STRENGTH.and;
  if (!isArithmetic && !isLogic) return [];
  const left = {
    text: `${sourceOf(program, outer.left)} ${outer.operator} ${sourceOf(program, inner.left)}`,
    binding: loose,
  };
  const right = asOperand(expressionAt(program, inner.right), tight + 1);
  return [replaceSpan(node, `${asOperand(left, tight)} ${inner.operator} ${right}`)];
}
