/** Says in one line what a test expected and what came instead. */
import type { Outcome } from "../sandbox/sandbox.ts";
import { type FormatOptions, formatValue, truncate } from "../sandbox/values/format.ts";
import type { Expectation } from "./task.ts";

/** `[1, 2]`, `ValueError raised`, or `decimal.InvalidOperation raised`. */
export function describeExpectation(expectation: Expectation, options: FormatOptions = {}): string {
  return expectation.kind === "value" ? formatValue(expectation.value, options) : `${nameType(expectation)} raised`;
}

/** `[1, 2]`, `ValueError raised: no such key`, or how else the call ended. */
export function describeOutcome(outcome: Outcome, { maxLength = 200 }: FormatOptions = {}): string {
  switch (outcome.kind) {
    case "value":
      return formatValue(outcome.value, { maxLength });
    case "raised":
      return truncate(
        outcome.message === "" ? `${nameType(outcome)} raised` : `${nameType(outcome)} raised: ${outcome.message}`,
        maxLength,
      );
    case "timeout":
      return outcome.ofBatch ? OF_BATCH : `no end${place(outcome.line)}`;
    case "memory":
      return `memory exhausted${place(outcome.line)}`;
    case "syntax":
      return truncate(`${outcome.problem.type}: ${outcome.problem.message}${place(outcome.problem.line)}`, maxLength);
    case "crash":
      return truncate(`the interpreter stopped: ${outcome.reason}`, maxLength);
    case "output_limit":
      return "more output, or a larger value, than is allowed";
  }
}

const OF_BATCH =
  "not run to its end, because the calls before it and this one use more fuel than there is for all of them";

/** A type as Python names it in a traceback: with its module, unless it is built in. */
export function nameType({ type, module }: { readonly type: string; readonly module: string }): string {
  return module === "builtins" ? type : `${module}.${type}`;
}

function place(line: number | null): string {
  return line === null ? "" : ` (line ${line})`;
}
