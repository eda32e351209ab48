/** Tells people and agents how one test went: the call, what was expected, what came. */

import { truncate } from "../ground/truncate.ts";
import type { Literals } from "../languages/language-pack.ts";
import type { TestResult } from "../protocol/protocol.ts";
import type { Outcome } from "../sandbox/sandbox.ts";
import { describeExpectation, describeOutcome } from "../tasks/describe.ts";
import type { JudgedTest } from "../tasks/run-tests.ts";
import { keepTail } from "./clip.ts";

const MAX_CALL_CHARACTERS = 500;
const MAX_VALUE_CHARACTERS = 500;
const MAX_TRACEBACK_CHARACTERS = 1_000;

export function toTestResult(judged: JudgedTest, literals: Literals): TestResult {
  return {
    test_name: judged.test.name,
    passed: judged.passed,
    error_message: judged.passed ? null : describeFailure(judged, literals),
  };
}

function describeFailure({ test, outcome }: JudgedTest, literals: Literals): string {
  const form = { literals, maxLength: MAX_VALUE_CHARACTERS };
  return [
    `call:${showCall(truncate(test.call, MAX_CALL_CHARACTERS))}`,
    `expected: ${describeExpectation(test.expectation, form)}`,
    `got: ${describeOutcome(outcome, form)}`,
    ...tracebackOf(outcome),
  ].join("\n");
}

/** Several statements stand below each other, as they are written. */
function showCall(call: string): string {
  return call.includes("\n") ? `\n${indent(call)}` : ` ${call}`;
}

/** The last lines of what a failing test is told, if any: they end it. */
export function tracebackOf(outcome: Outcome): readonly string[] {
  const hasTraceback = "traceback" in outcome && outcome.traceback !== "";
  return hasTraceback ? [keepTail(outcome.traceback, MAX_TRACEBACK_CHARACTERS)] : [];
}

/** Every line that is not empty, two spaces deeper. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
