/** `abs(x)` to `x`, `max(0, x)` to `x`, `word.lower()` to `word`: a conversion or a limit is forgotten. Sources: PT, TS. */
import { callOperator, positionalOf } from "../calls.ts";
import type { MutationOperator } from "../define-operator.ts";
import { expressionAt, replaceExpression } from "../expressions.ts";

const FUNCTIONS: ReadonlySet<string> = new Set("abs int float str sorted reversed round set tuple bool".split(" "));
const METHODS: ReadonlySet<string> = new Set("lower upper strip lstrip rstrip title capitalize casefold".split(" "));

export const callUnwrap: MutationOperator = callOperator({
  name: "call-unwrap",
  bugType: "missing-call",
  realism: "realistic",
  ofCall: (program, call) => {
    const positional = positionalOf(call);
    const [first, second] = positional;
    const { name, receiver, args } = call;
    const isAlone = call.call.parent?.name === "ExpressionStatement";
    if (isAlone) return [];
    const unwrapped = (...inner: readonly (typeof first)[]) =>
      inner.flatMap((node) => (node ? [replaceExpression(program, call.call, expressionAt(program, node))] : []));
    if (receiver !== null) return METHODS.has(name) ? unwrapped(receiver) : [];
    if (FUNCTIONS.has(name) && positional.length === 1) return unwrapped(first);
    const isLimit = (name === "min" || name === "max") && positional.length === 2 && args.length === 2;
    return isLimit ? unwrapped(first, second) : [];
  },
});
