/** How expressions bind, so that parentheses stand where they are needed and nowhere else. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../mutants/splice.ts";
import { replaceSpan } from "./define-operator.ts";
import { childrenOf, type ParsedProgram, sourceOf, type TextSpan } from "./parsed-program.ts";

/** How tightly the parts of an expression hold together: an operand that holds less tightly than its place asks needs parentheses. */
export const BINDING_STRENGTH = {
  loose: 0,
  conditional: 2,
  or: 3,
  and: 4,
  not: 5,
  comparison: 6,
  bitOr: 7,
  bitXor: 8,
  bitAnd: 9,
  shift: 10,
  sum: 11,
  product: 12,
  sign: 13,
  power: 14,
  await: 15,
  atom: 16,
} as const;

const OPERATOR_BINDING: Readonly<Record<string, number>> = {
  or: BINDING_STRENGTH.or,
  and: BINDING_STRENGTH.and,
  "|": BINDING_STRENGTH.bitOr,
  "^": BINDING_STRENGTH.bitXor,
  "&": BINDING_STRENGTH.bitAnd,
  "<<": BINDING_STRENGTH.shift,
  ">>": BINDING_STRENGTH.shift,
  "+": BINDING_STRENGTH.sum,
  "-": BINDING_STRENGTH.sum,
  "*": BINDING_STRENGTH.product,
  "/": BINDING_STRENGTH.product,
  "//": BINDING_STRENGTH.product,
  "%": BINDING_STRENGTH.product,
  "@": BINDING_STRENGTH.product,
  "**": BINDING_STRENGTH.power,
};

/** Of a text that stands where an operator does. Comparisons, `in` and `is` among them, bind alike. */
export function bindingOfOperator(operator: string): number {
  return OPERATOR_BINDING[operator] ?? BINDING_STRENGTH.comparison;
}

export interface BinaryParts {
  readonly left: SyntaxNode;
  /** The operator's text, one blank between its words: `not in`. */
  readonly operator: string;
  /** Where the operator stands; that of `not in` goes from `not` to `in`. */
  readonly operatorSpan: TextSpan;
  readonly right: SyntaxNode;
}

/** The parts of a `BinaryExpression`; null of any other node, and of one that is not finished. */
export function binaryPartsOf(program: ParsedProgram, node: SyntaxNode): BinaryParts | null {
  if (node.name !== "BinaryExpression") return null;
  const parts = childrenOf(node);
  const [left, right, first, last] = [parts[0], parts.at(-1), parts[1], parts.at(-2)];
  if (parts.length < 3 || !left || !right || !first || !last) return null;
  const words = parts.slice(1, -1).map((part) => sourceOf(program, part));
  return { left, operator: words.join(" "), operatorSpan: { from: first.from, to: last.to }, right };
}

export function isComparison(program: ParsedProgram, node: SyntaxNode): boolean {
  const parts = binaryPartsOf(program, node);
  return parts !== null && bindingOfOperator(parts.operator) === BINDING_STRENGTH.comparison;
}

/** How tightly the expression at a node holds together. */
export function bindingOf(program: ParsedProgram, node: SyntaxNode): number {
  const binary = binaryPartsOf(program, node);
  if (binary) return bindingOfOperator(binary.operator);
  switch (node.name) {
    case "NamedExpression":
    case "LambdaExpression":
    case "YieldExpression":
      return BINDING_STRENGTH.loose;
    case "ConditionalExpression":
      return BINDING_STRENGTH.conditional;
    case "UnaryExpression":
      return node.firstChild?.name === "not" ? BINDING_STRENGTH.not : BINDING_STRENGTH.sign;
    case "AwaitExpression":
      return BINDING_STRENGTH.await;
    default:
      return BINDING_STRENGTH.atom;
  }
}

/** How tightly an expression must hold together to stand at a node's place without parentheses. */
export function bindingAskedAt(program: ParsedProgram, node: SyntaxNode): number {
  const { parent } = node;
  if (parent === null) return BINDING_STRENGTH.loose;
  const binary = binaryPartsOf(program, parent);
  if (binary) {
    const own = bindingOfOperator(binary.operator);
    const isLeft = binary.left.from === node.from;
    if (own === BINDING_STRENGTH.power) return isLeft ? own + 1 : BINDING_STRENGTH.sign;
    return isLeft && own !== BINDING_STRENGTH.comparison ? own : own + 1;
  }
  switch (parent.name) {
    case "UnaryExpression":
      return bindingOf(program, parent);
    case "AwaitExpression":
      return BINDING_STRENGTH.atom;
    case "MemberExpression":
    case "CallExpression":
      return parent.firstChild?.from === node.from ? BINDING_STRENGTH.atom : BINDING_STRENGTH.loose;
    case "ConditionalExpression":
      return node.nextSibling === null ? BINDING_STRENGTH.conditional : BINDING_STRENGTH.conditional + 1;
    case "ArrayComprehensionExpression":
    case "ComprehensionExpression":
    case "SetComprehensionExpression":
    case "DictionaryComprehensionExpression":
      return BINDING_STRENGTH.conditional + 1;
    default:
      return BINDING_STRENGTH.loose;
  }
}

export interface NewExpression {
  readonly text: string;
  /** How tightly the text holds together, as `BINDING_STRENGTH` counts. */
  readonly binding: number;
}

/** The expression at a node as it may be put elsewhere: without parentheses around all of it. */
export function expressionAt(program: ParsedProgram, node: SyntaxNode): NewExpression {
  const inner = withoutParentheses(node);
  const text = sourceOf(program, inner);
  // What was allowed to go over several lines within parentheses may not without them.
  return text.includes("\n") && inner !== node
    ? { text: sourceOf(program, node), binding: BINDING_STRENGTH.atom }
    : { text, binding: bindingOf(program, inner) };
}

/** An expression's text, with parentheses if it holds together less tightly than asked. */
export function asOperand({ text, binding }: NewExpression, asked: number): string {
  return binding < asked ? `(${text})` : text;
}

export function withoutParentheses(node: SyntaxNode): SyntaxNode {
  if (node.name !== "ParenthesizedExpression") return node;
  const inner = childrenOf(node)[1];
  return inner === undefined || inner.name === ")" ? node : withoutParentheses(inner);
}

/** The parentheses around a node, and those around them; the node itself where there are none. */
export function withParentheses(node: SyntaxNode): SyntaxNode {
  return node.parent?.name === "ParenthesizedExpression" ? withParentheses(node.parent) : node;
}

/** A mutant that puts another expression in the place of the one at a node, with its parentheses taken off or put on as needed. */
export function replaceExpression(program: ParsedProgram, node: SyntaxNode, by: NewExpression): readonly SourceEdit[] {
  const place = withParentheses(node);
  const text = asOperand(by, bindingAskedAt(program, place));
  const isTaken = place !== node && (text.includes("\n") || runsTogether(program, place, text));
  return replaceSpan(place, isTaken && !text.startsWith("(") ? `(${text})` : text);
}

/** `not(a)` must not become `nota`. */
function runsTogether({ text }: ParsedProgram, place: TextSpan, by: string): boolean {
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  return (isWord(text[place.from - 1]) && isWord(by[0])) || (isWord(by.at(-1)) && isWord(text[place.to]));
}

/** The condition of an `if`, `elif`, `while` or of `a if condition else b`, with the word before it; empty for other nodes. */
export function conditionsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (!/^(If|While)Statement$|^ConditionalExpression$/.test(node.name)) return [];
  const parts = childrenOf(node);
  return parts.filter((_, index) => /^(if|elif|while)$/.test(parts[index - 1]?.name ?? ""));
}

/** Whether two expressions are written alike. */
export function isSameExpression(program: ParsedProgram, one: SyntaxNode, other: SyntaxNode): boolean {
  return sourceOf(program, withoutParentheses(one)) === sourceOf(program, withoutParentheses(other));
}

/** Whether evaluating the expression calls, awaits or assigns anything. */
export function hasEffect(node: SyntaxNode): boolean {
  if (/^(CallExpression|AwaitExpression|YieldExpression|NamedExpression)$/.test(node.name)) return true;
  return childrenOf(node).some(hasEffect);
}
