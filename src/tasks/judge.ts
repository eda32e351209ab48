/** Decides whether a call went as expected: on the host, from plain data, so that no guest has a say in it. */
import type { Outcome } from "../sandbox/sandbox.ts";
import { type EqualOptions, valuesEqual } from "../sandbox/values/equal.ts";
import type { Expectation } from "./task.ts";

/**
 * Whether an outcome meets an expectation: an equal value of the same type, or an exception of exactly the
 * expected type (no subclass, and none that only has the same name). Whatever ended the call otherwise never passes.
 */
export function meetsExpectation(outcome: Outcome, expectation: Expectation, options: EqualOptions): boolean {
  switch (expectation.kind) {
    case "value":
      return outcome.kind === "value" && valuesEqual(expectation.value, outcome.value, options);
    case "raises":
      return outcome.kind === "raised" && outcome.type === expectation.type && outcome.module === expectation.module;
  }
}
