/** Prints in one line what a test expected and what came instead: values as the language writes them, within a limit. */
import { truncate } from "../ground/truncate.ts";
import type { LanguagePack, PrintOptions } from "../languages/language-pack.ts";
import type { Outcome } from "../sandbox/sandbox.ts";
import { CALL_ENDED, raisedWords } from "../words/failed-test-words.ts";
import type { Expectation } from "./task.ts";

/** How the language writes values and errors, and how long they may be. */
type InLanguage = Pick<LanguagePack, "literals"> & PrintOptions;

/** `[1, 2]`, `ValueError raised`, or `decimal.InvalidOperation raised`. */
export function describeExpectation(expectation: Expectation, { literals, ...options }: InLanguage): string {
  if (expectation.kind === "value") return literals.print(expectation.value, options);
  return raisedWords(literals.printError(expectation));
}

/** `[1, 2]`, `ValueError raised: no such key`, or how else the call ended. */
export function describeOutcome(outcome: Outcome, { literals, maxLength = 200 }: InLanguage): string {
  switch (outcome.kind) {
    case "value":
      return literals.print(outcome.value, { maxLength });
    case "raised":
      return truncate(raisedWords(literals.printError(outcome), outcome.message), maxLength);
    case "timeout":
      return outcome.ofBatch ? CALL_ENDED.batchTimeout : CALL_ENDED.timeout(outcome.place ?? outcome);
    case "memory":
      return CALL_ENDED.memory(outcome.place ?? outcome);
    case "syntax": {
      const { type, message, line } = outcome.problem;
      return truncate(CALL_ENDED.syntax(type, message, { line }), maxLength);
    }
    case "crash":
      return truncate(CALL_ENDED.crash(outcome.reason), maxLength);
    case "output_limit":
      return CALL_ENDED.outputLimit;
  }
}
