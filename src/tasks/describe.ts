/** Says in one line what a test expected and what came instead. */
import { truncate } from "../ground/truncate.ts";
import type { LanguagePack, PrintOptions } from "../languages/language-pack.ts";
import type { Outcome } from "../sandbox/sandbox.ts";
import type { Expectation } from "./task.ts";

/** How the language writes values and errors, and how long they may be. */
type InLanguage = Pick<LanguagePack, "literals"> & PrintOptions;

/** `[1, 2]`, `ValueError raised`, or `decimal.InvalidOperation raised`. */
export function describeExpectation(expectation: Expectation, { literals, ...options }: InLanguage): string {
  if (expectation.kind === "value") return literals.print(expectation.value, options);
  return `${literals.printError(expectation)} raised`;
}

/** `[1, 2]`, `ValueError raised: no such key`, or how else the call ended. */
export function describeOutcome(outcome: Outcome, { literals, maxLength = 200 }: InLanguage): string {
  switch (outcome.kind) {
    case "value":
      return literals.print(outcome.value, { maxLength });
    case "raised": {
      const raised = `${literals.printError(outcome)} raised`;
      return truncate(outcome.message === "" ? raised : `${raised}: ${outcome.message}`, maxLength);
    }
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

function place(line: number | null): string {
  return line === null ? "" : ` (line ${line})`;
}
