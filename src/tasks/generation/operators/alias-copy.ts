/** `list(row)` to `row`, `[[] for _ in range(n)]` to `[[]] * n`: what should be a copy is the same object. Source: MN. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { type CallParts, callsOf } from "../calls.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { asOperand, BINDING_STRENGTH, expressionAt, replaceExpression } from "../expressions.ts";
import { calleeName } from "../kinds.ts";
import { isTarget, namesIn } from "../names.ts";
import { childrenOf, nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";
import { sliceOf } from "../subscripts.ts";

export const aliasCopy: MutationOperator = defineOperator({
  name: "alias-copy",
  bugType: "shared-state",
  realism: "realistic",
  mutants: (program) => [
    ...callsOf(program).flatMap((call) => copiedByCall(program, call)),
    ...nodesNamed(program, "MemberExpression").flatMap((member) => copiedBySlice(program, member)),
    ...nodesNamed(program, "ArrayComprehensionExpression").flatMap((node) => repeated(program, node)),
  ],
});

function copiedByCall(program: ParsedProgram, parts: CallParts): readonly (readonly SourceEdit[])[] {
  const { call, name, receiver, args } = parts;
  const [only] = args;
  const isMethod = name === "copy" && receiver !== null && args.length === 0;
  const isFunction = /^(copy|deepcopy)$/.test(name) || (receiver === null && /^(list|dict|set)$/.test(name));
  const original = isMethod ? receiver : isFunction && args.length === 1 && only && !only.label ? only.value : null;
  // Of what a call or an expression has just made nobody else knows, and a copy of it is no copy.
  const isShared = original !== null && /^(VariableName|MemberExpression)$/.test(original.name);
  return isShared ? [replaceExpression(program, call, expressionAt(program, original))] : [];
}

function copiedBySlice(program: ParsedProgram, member: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const slice = sliceOf(member);
  if (slice === null || slice.start || slice.stop || slice.step || isTarget(member)) return [];
  return [replaceExpression(program, member, expressionAt(program, slice.base))];
}

/** A list of several new lists becomes several times the same one. */
function repeated(program: ParsedProgram, node: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const [, element, word, variable, , over, close] = childrenOf(node);
  const count = over?.name === "CallExpression" ? over.getChild("ArgList") : null;
  const [, times, end] = count ? childrenOf(count) : [];
  if (!element || !variable || !over || !times || word?.name !== "for" || close?.name !== "]" || end?.name !== ")")
    return [];
  const isRange = calleeName(program, over) === "range";
  const isFixed = variable.name === "VariableName" && !namesIn(program, element).includes(sourceOf(program, variable));
  const isMade = /^(Array|Dictionary|Set|Call|Binary)/.test(element.name);
  if (!isRange || !isFixed || !isMade) return [];
  const text = `[${sourceOf(program, element)}] * ${asOperand(expressionAt(program, times), BINDING_STRENGTH.product + 1)}`;
  return [replaceSpan(node, text)];
}
