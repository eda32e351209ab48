/**
 * What a mutant's operators say of it, so that no line of a `mutants.jsonl` has to. The operators themselves, and the parser that
 * they need, are for who makes mutants; a test holds that both say the same.
 */
import { OPERATOR_CLASSES, type OperatorClass } from "../../protocol/protocol.ts";

/** Bug type and realism by operator. */
export const OPERATOR_FACTS: Readonly<Record<string, readonly [bugType: string, realism: OperatorClass]>> = {
  "cmp-boundary": ["wrong-comparison", "realistic"],
  "cmp-reverse": ["wrong-comparison", "plausible"],
  "cmp-negate": ["inverted-condition", "plausible"],
  "cond-negate": ["inverted-condition", "plausible"],
  "bool-swap": ["wrong-condition", "realistic"],
  "cond-drop-clause": ["missing-condition", "realistic"],
  "cond-add-clause": ["extra-condition", "realistic"],
  "range-bound": ["off-by-one", "realistic"],
  "index-shift": ["off-by-one", "realistic"],
  "slice-shift": ["off-by-one", "realistic"],
  "const-shift": ["wrong-constant", "plausible"],
  "drop-plus-one": ["off-by-one", "realistic"],
  "arith-swap": ["wrong-operator", "plausible"],
  "operand-swap": ["swapped-operands", "realistic"],
  "operand-drop": ["missing-operand", "plausible"],
  "unary-drop": ["missing-negation", "plausible"],
  precedence: ["wrong-precedence", "realistic"],
  rounding: ["wrong-rounding", "realistic"],
  augassign: ["wrong-assignment", "realistic"],
  "stmt-delete": ["missing-step", "realistic"],
  "guard-delete": ["missing-check", "realistic"],
  "if-unwrap": ["missing-check", "realistic"],
  "else-delete": ["missing-case", "realistic"],
  "elif-delete": ["missing-case", "realistic"],
  "branch-swap": ["swapped-branches", "silly"],
  "elif-to-if": ["wrong-branching", "realistic"],
  "branch-order": ["wrong-order", "realistic"],
  "break-continue": ["wrong-loop-exit", "realistic"],
  "while-to-if": ["wrong-loop", "realistic"],
  "loop-dedent": ["wrong-indentation", "realistic"],
  "loop-indent": ["wrong-indentation", "realistic"],
  "early-return": ["early-return", "realistic"],
  "stmt-swap": ["wrong-order", "realistic"],
  "parallel-assign": ["wrong-order", "realistic"],
  "alias-copy": ["shared-state", "realistic"],
  "shared-default": ["shared-state", "realistic"],
  "cache-not-invalidated": ["stale-state", "realistic"],
  "init-value": ["wrong-initial-value", "realistic"],
  "func-swap": ["wrong-function", "realistic"],
  "method-swap": ["wrong-function", "realistic"],
  "pop-end": ["wrong-end", "realistic"],
  "kwarg-drop": ["wrong-argument", "realistic"],
  "arg-drop": ["missing-argument", "realistic"],
  "call-unwrap": ["missing-call", "realistic"],
  "arg-swap": ["swapped-arguments", "realistic"],
  "var-misuse": ["wrong-variable", "realistic"],
  "attr-misuse": ["wrong-attribute", "realistic"],
  "comp-filter-drop": ["missing-condition", "plausible"],
  "str-const": ["wrong-constant", "plausible"],
  "return-drop": ["missing-return", "realistic"],
  "return-const": ["wrong-return", "silly"],
  "loop-delete": ["missing-loop", "silly"],
};

/** The bug type of what has two sites. */
export const MULTIPLE_BUGS = "multiple-bugs";

export interface MutantFacts {
  readonly bug_type: string;
  readonly realism: OperatorClass;
}

/** Null where an operator is unknown. Of two, the less realistic one tells how realistic their mutant is. */
export function factsOfOperators(operators: readonly string[]): MutantFacts | null {
  const facts = operators.map((name) => OPERATOR_FACTS[name]);
  const [first] = facts;
  if (first === undefined || facts.includes(undefined)) return null;
  const realism = facts.reduce<OperatorClass>((least, one) => lessRealistic(least, one?.[1] ?? least), first[1]);
  return { bug_type: operators.length > 1 ? MULTIPLE_BUGS : first[0], realism };
}

function lessRealistic(one: OperatorClass, other: OperatorClass): OperatorClass {
  return OPERATOR_CLASSES.indexOf(one) < OPERATOR_CLASSES.indexOf(other) ? other : one;
}
