/** `a - b` to `b - a`, and two texts or lists put together the other way round. Source: SW. */
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { asOperand, binaryPartsOf, bindingOfOperator, expressionAt } from "../expressions.ts";
import { valueKindOf } from "../kinds.ts";
import { nodesNamed } from "../parsed-program.ts";

const ORDERED: ReadonlySet<string> = new Set(["-", "/", "//", "%", "**", "<<", ">>"]);

export const operandSwap: MutationOperator = defineOperator({
  name: "operand-swap",
  bugType: "swapped-operands",
  realism: "realistic",
  mutants: (program) =>
    nodesNamed(program, "BinaryExpression").flatMap((node) => {
      const parts = binaryPartsOf(program, node);
      if (parts === null) return [];
      const { left, operator, right } = parts;
      const kinds = [valueKindOf(program, left), valueKindOf(program, right)];
      const joins = operator === "+" && kinds.some((kind) => kind === "text" || kind === "list" || kind === "tuple");
      if (!joins && !ORDERED.has(operator)) return [];
      // Nobody writes `2 % n` for `n % 2`, and `"%s" % n` is no arithmetic.
      if (!joins && (left.name === "Number" || right.name === "Number" || kinds.includes("text"))) return [];
      const own = bindingOfOperator(operator);
      if (binaryPartsOf(program, left) && bindingOfOperator(binaryPartsOf(program, left)?.operator ?? "") === own)
        return [];
      const [first, second] = [expressionAt(program, right), expressionAt(program, left)];
      return [replaceSpan(node, `${asOperand(first, own)} ${operator} ${asOperand(second, own + 1)}`)];
    }),
});
