/** `range(n)` to `range(n - 1)`: a range begins or ends one off, or loses its start or step. Sources: QB, SW. */
import { callOperator, positionalOf, withoutArgument } from "../calls.ts";
import { type MutationOperator, replaceSpan } from "../define-operator.ts";
import { replaceExpression } from "../expressions.ts";
import { integerAt, shiftedByOne } from "../one-off.ts";

export const rangeBound: MutationOperator = callOperator({
  name: "range-bound",
  bugType: "off-by-one",
  realism: "realistic",
  ofCall: (program, call) => {
    const positional = positionalOf(call);
    const [first, second] = positional;
    if (call.name !== "range" || call.receiver !== null || !first || positional.length !== call.args.length) return [];
    const shift = (place: typeof first, by: 1 | -1) =>
      replaceExpression(program, place, shiftedByOne(program, place, by));
    if (!second) return [shift(first, -1), shift(first, 1), replaceSpan({ from: first.from, to: first.from }, "1, ")];
    const starts = integerAt(program, first) === 0 ? [shift(first, 1)] : [shift(first, 1), shift(first, -1)];
    const dropped = withoutArgument(call, positional.length === 2 ? 0 : 2);
    return [...starts, shift(second, -1), shift(second, 1), dropped];
  },
});
