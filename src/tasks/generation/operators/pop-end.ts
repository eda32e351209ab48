/** `pop()` to `pop(0)`, `insert(0, x)` to `append(x)`: the wrong end of a list. Sources: HE, TS. */
import { callOperator, positionalOf } from "../calls.ts";
import { type MutationOperator, replaceSpan } from "../define-operator.ts";
import { valueKindOf } from "../kinds.ts";
import { integerAt } from "../one-off.ts";
import { sourceOf } from "../parsed-program.ts";

export const popEnd: MutationOperator = callOperator({
  name: "pop-end",
  bugType: "wrong-end",
  realism: "realistic",
  ofCall: (program, call) => {
    const { list, name, receiver, args } = call;
    const method = call.call.firstChild?.lastChild;
    const kind = receiver && valueKindOf(program, receiver);
    if (receiver === null || !method || kind === "set" || kind === "dict" || sourceOf(program, receiver) === "self")
      return [];
    const [first, second] = positionalOf(call);
    if (name === "pop" && args.length === 0) {
      return kind === "deque" ? [replaceSpan(method, "popleft")] : [replaceSpan(list, "(0)")];
    }
    if (name === "pop" && args.length === 1 && first && integerAt(program, first) === 0)
      return [replaceSpan(list, "()")];
    if (name === "insert" && args.length === 2 && first && second && integerAt(program, first) === 0) {
      return [replaceSpan({ from: method.from, to: list.to }, `append(${sourceOf(program, second)})`)];
    }
    if (name === "append" && args.length === 1 && first && kind === "list") {
      return [replaceSpan({ from: method.from, to: list.to }, `insert(0, ${sourceOf(program, first)})`)];
    }
    return [];
  },
});
