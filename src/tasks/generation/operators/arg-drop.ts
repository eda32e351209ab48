/** `counts.get(word, 0)` to `counts.get(word)`: an argument that may be left out is. Sources: PT, TS. */
import { callOperator, positionalOf, withoutArgument } from "../calls.ts";
import type { MutationOperator } from "../define-operator.ts";
import { parametersTaken } from "../definitions.ts";

/** How many arguments a function of Python's own needs at least, of those that take more. */
const FUNCTIONS: Readonly<Record<string, number>> = { enumerate: 1, int: 1, next: 1, round: 1, sum: 1, getattr: 2 };
const METHODS: Readonly<Record<string, number>> = {
  count: 1,
  endswith: 1,
  find: 1,
  get: 1,
  index: 1,
  lstrip: 0,
  pop: 1,
  replace: 2,
  rfind: 1,
  rsplit: 0,
  rstrip: 0,
  split: 0,
  strip: 0,
  startswith: 1,
};

export const argDrop: MutationOperator = callOperator({
  name: "arg-drop",
  bugType: "missing-argument",
  realism: "realistic",
  ofCall: (program, call) => {
    const count = positionalOf(call).length;
    const own = parametersTaken(program, call.name);
    const known = call.receiver === null ? FUNCTIONS[call.name] : METHODS[call.name];
    const needed = own === null ? known : own.filter(({ hasDefault }) => !hasDefault).length;
    if (needed === undefined || count <= needed || count !== call.args.length) return [];
    return [withoutArgument(call, count - 1)];
  },
});
