/** `if x` to `if x and not y`: a condition from nearby is asked here, too. Sources: HE, TS. */
import type { SyntaxNode } from "@lezer/common";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import {
  asOperand,
  BINDING_STRENGTH,
  binaryPartsOf,
  conditionsOf,
  expressionAt,
  hasEffect,
  isComparison,
  isSameExpression,
  replaceExpression,
  withoutParentheses,
} from "../expressions.ts";
import { localNamesOf, namesBoundAt, namesIn } from "../names.ts";
import { childrenOf, enclosingFunction, type ParsedProgram } from "../parsed-program.ts";

export const condAddClause: MutationOperator = defineOperator({
  name: "cond-add-clause",
  bugType: "extra-condition",
  realism: "realistic",
  mutants: (program) =>
    conditionPlaces(program).flatMap((condition) => {
      const own = expressionAt(program, condition);
      return clausesNear(program, condition).flatMap((clause) => {
        const added = expressionAt(program, clause);
        return (["and", "or"] as const).map((word) => {
          const binding = BINDING_STRENGTH[word];
          const text = `${asOperand(own, binding)} ${word} ${asOperand(added, binding)}`;
          return replaceExpression(program, condition, { text, binding });
        });
      });
    }),
});

/** The conditions of `if`, `elif` and `while`; a loop without an end keeps having none. */
function conditionPlaces(program: ParsedProgram): readonly SyntaxNode[] {
  return program.nodes
    .filter(({ name }) => name !== "ConditionalExpression")
    .flatMap(conditionsOf)
    .filter((condition) => condition.name !== "Boolean");
}

/** The nearest clause before and the nearest one after that could be asked here and are not. */
function clausesNear(program: ParsedProgram, condition: SyntaxNode): readonly SyntaxNode[] {
  const definition = enclosingFunction(condition);
  if (definition === null) return [];
  const bound = new Set(namesBoundAt(program, condition));
  const local = new Set(localNamesOf(program, definition));
  const own = clausesIn(program, condition);
  const others = conditionPlaces(program)
    .filter((other) => other.from !== condition.from && enclosingFunction(other)?.from === definition.from)
    .flatMap((other) => clausesIn(program, other))
    .filter((clause) => clause.name !== "Boolean" && !hasEffect(clause))
    .filter((clause) => !own.some((mine) => isAboutTheSame(program, mine, clause)))
    .filter((clause) => namesIn(program, clause).every((name) => bound.has(name) || !local.has(name)));
  const before = others.filter(({ to }) => to <= condition.from).at(-1);
  const after = others.find(({ from }) => from >= condition.to);
  return [before, after].filter((clause) => clause !== undefined);
}

function clausesIn(program: ParsedProgram, condition: SyntaxNode): readonly SyntaxNode[] {
  const inner = withoutParentheses(condition);
  const parts = binaryPartsOf(program, inner);
  const isJoined = parts !== null && (parts.operator === "and" || parts.operator === "or");
  return isJoined ? [parts.left, parts.right].flatMap((part) => clausesIn(program, part)) : [inner];
}

/** Two comparisons of the same two things, or of one thing with two values, say nothing new of each other; nor does a negation. */
function isAboutTheSame(program: ParsedProgram, one: SyntaxNode, other: SyntaxNode): boolean {
  const [first, second] = [core(one), core(other)];
  if (isSameExpression(program, first, second)) return true;
  const [mine, theirs] = [binaryPartsOf(program, first), binaryPartsOf(program, second)];
  if (!mine || !theirs || !isComparison(program, first) || !isComparison(program, second)) return false;
  const isSame = (node: SyntaxNode, another: SyntaxNode) => isSameExpression(program, node, another);
  const areValues = /^(==|in)$/.test(mine.operator) && /^(==|in)$/.test(theirs.operator);
  if (isSame(mine.left, theirs.left)) return areValues || isSame(mine.right, theirs.right);
  return isSame(mine.left, theirs.right) && isSame(mine.right, theirs.left);
}

function core(node: SyntaxNode): SyntaxNode {
  const inner = withoutParentheses(node);
  const isNegation = inner.name === "UnaryExpression" && inner.firstChild?.name === "not";
  return (isNegation ? childrenOf(inner)[1] : null) ?? inner;
}
