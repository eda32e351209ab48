/** `move(a, b)` to `move(b, a)`: two neighbouring arguments are exchanged. Sources: BL, TS. */
import type { SyntaxNode } from "@lezer/common";
import { callOperator, positionalOf } from "../calls.ts";
import type { MutationOperator } from "../define-operator.ts";
import { valueKindOf } from "../kinds.ts";
import { type ParsedProgram, sourceOf } from "../parsed-program.ts";

/** Where the order does not matter, or nobody gets it wrong. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  "min max isinstance issubclass print getattr hasattr setattr get pop setdefault insert gcd lcm".split(" "),
);

export const argSwap: MutationOperator = callOperator({
  name: "arg-swap",
  bugType: "swapped-arguments",
  realism: "realistic",
  ofCall: (program, call) => {
    if (LEFT_OUT.has(call.name)) return [];
    const positional = positionalOf(call);
    return positional.flatMap((first, index) => {
      const second = positional[index + 1];
      if (!second || !couldBeEither(program, first, second)) return [];
      return [
        [
          { from: first.from, to: first.to, text: sourceOf(program, second) },
          { from: second.from, to: second.to, text: sourceOf(program, first) },
        ],
      ];
    });
  },
});

/** A number and a text are not taken for each other. */
function couldBeEither(program: ParsedProgram, first: SyntaxNode, second: SyntaxNode): boolean {
  if (first.name === "LambdaExpression" || second.name === "LambdaExpression") return false;
  const [one, other] = [valueKindOf(program, first), valueKindOf(program, second)];
  return one === null || other === null || one === other;
}
