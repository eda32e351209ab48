/** `min` for `max`, `any` for `all`: another function of the same shape is called. Sources: HE, TS. */
import { callOperator } from "../calls.ts";
import { type MutationOperator, replaceSpan } from "../define-operator.ts";
import { nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";

const BUILTINS: Readonly<Record<string, readonly string[]>> = {
  min: ["max"],
  max: ["min"],
  any: ["all"],
  all: ["any"],
  sorted: ["list"],
  reversed: ["sorted"],
  sum: ["max", "len"],
  set: ["list"],
};

/** Of modules: they need an import, which must be there. */
const IMPORTED: Readonly<Record<string, readonly string[]>> = {
  bisect: ["bisect_left"],
  bisect_left: ["bisect_right"],
  bisect_right: ["bisect_left"],
  insort_left: ["insort_right"],
  heappush: ["heappushpop"],
  heapreplace: ["heappushpop"],
  permutations: ["combinations"],
  combinations: ["permutations"],
};

export const funcSwap: MutationOperator = callOperator({
  name: "func-swap",
  bugType: "wrong-function",
  realism: "realistic",
  ofCall: (program, { call, name, receiver, args }) => {
    const callee = receiver === null ? call.firstChild : (call.firstChild?.lastChild ?? null);
    if (!callee || name === "") return [];
    const builtins = receiver === null && args.length <= 2 ? (BUILTINS[name] ?? []) : [];
    const fitting = builtins.filter((other) =>
      fits(
        other,
        args.length,
        args.some(({ label }) => label !== null),
      ),
    );
    const imported = (IMPORTED[name] ?? []).filter((other) => receiver !== null || isKnown(program, other));
    return [...fitting, ...imported].map((other) => replaceSpan(callee, other));
  },
});

/** `sum(xs, start)` and `sorted(xs, key=f)` have arguments that others do not take. */
function fits(other: string, count: number, hasLabels: boolean): boolean {
  if (other === "min" || other === "max") return true;
  return count <= 1 && !hasLabels;
}

function isKnown(program: ParsedProgram, name: string): boolean {
  return nodesNamed(program, "VariableName").some((node) => sourceOf(program, node) === name);
}
