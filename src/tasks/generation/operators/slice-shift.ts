/** `items[1:]` to `items`, `items[:n]` to `items[:n - 1]`: a slice's bound is one off or missing, or its step is. Sources: MP, QB. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { replaceExpression } from "../expressions.ts";
import { isTarget } from "../names.ts";
import { integerAt, shiftedByOne } from "../one-off.ts";
import { nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";
import { type SliceParts, sliceOf } from "../subscripts.ts";

export const sliceShift: MutationOperator = defineOperator({
  name: "slice-shift",
  bugType: "off-by-one",
  realism: "realistic",
  mutants: (program) =>
    nodesNamed(program, "MemberExpression").flatMap((member) => {
      const slice = sliceOf(member);
      if (slice === null) return [];
      const bounds = [slice.start, slice.stop].filter((bound) => bound !== null);
      return [...bounds.flatMap((bound) => shiftsOf(program, bound)), ...drops(program, member, slice)];
    }),
});

/** A bound of 0 or -1 is not moved over the end: that would turn the slice round. */
function shiftsOf(program: ParsedProgram, bound: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const value = integerAt(program, bound);
  const steps = value === 0 ? ([1] as const) : value === -1 ? ([-1] as const) : ([1, -1] as const);
  return steps.map((by) => replaceExpression(program, bound, shiftedByOne(program, bound, by)));
}

function drops(program: ParsedProgram, member: SyntaxNode, slice: SliceParts): readonly (readonly SourceEdit[])[] {
  const { base, start, stop, step, open, close, colons } = slice;
  const isOnly = [start, stop, step].filter((part) => part !== null).length === 1;
  if (isOnly) return isTarget(member) ? [] : [replaceSpan(member, sourceOf(program, base))];
  const [colon, second] = colons;
  if (!colon) return [];
  const withoutStart = start && replaceSpan({ from: open.to, to: colon.from }, "");
  const withoutStop = stop && replaceSpan({ from: colon.to, to: second?.from ?? close.from }, "");
  const withoutStep = step && second && replaceSpan({ from: second.from, to: close.from }, "");
  return [withoutStart, withoutStop, withoutStep].filter((edits) => edits !== null && edits !== undefined);
}
