/** How much the floats of an imported program may differ. */
import type { Value } from "../../sandbox/values/wire.ts";
import type { Expectation } from "../task.ts";

/** The same sum in another order may differ in its last digits. */
const USUAL = 1e-9;
const LEAST = 1e-99;

/** The tests' own tolerance, or else the usual one where there are floats; null where there are none. */
export function floatTolerance(
  ofTests: number | null,
  calls: readonly { readonly expectation: Expectation }[],
): number | null {
  const hasFloats = calls.some(({ expectation }) => expectation.kind === "value" && holdsFloat(expectation.value));
  if (!hasFloats) return null;
  return ofTests === null ? USUAL : Math.max(LEAST, ofTests);
}

function holdsFloat(value: Value): boolean {
  switch (value.type) {
    case "float":
      return true;
    case "list":
    case "tuple":
      return value.items.some(holdsFloat);
    case "dict":
      return value.entries.some(([, item]) => holdsFloat(item));
    default:
      return false;
  }
}
