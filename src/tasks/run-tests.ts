/** Runs tests on a program's text, the way every part of the project does, and judges them. */

import type { Call, Limits, Outcome, RunOptions, Sandbox, SyntaxProblem } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import { meetsExpectation } from "./judge.ts";
import type { TaskTest } from "./task.ts";

/** Tests compare texts, so chance must not come between them: every call starts from the same seed. */
const CALL_SEED = 0;

export interface JudgedTest {
  readonly test: TaskTest;
  readonly outcome: Outcome;
  readonly passed: boolean;
}

export interface RunTestsOptions extends RunOptions {
  readonly sandbox: Sandbox;
  readonly limits?: Partial<Limits>;
}

export interface TestsRun {
  readonly syntax: SyntaxProblem | null;
  readonly results: readonly JudgedTest[];
  /** What all calls together have used. */
  readonly fuel: number;
}

/** Makes the calls of all tests in one batch. With no tests it only checks the syntax. */
export async function runTests(
  code: Source,
  tests: readonly TaskTest[],
  { sandbox, limits, ...options }: RunTestsOptions,
): Promise<TestsRun> {
  const calls = tests.map(({ call }) => toCall(call));
  const { syntax, outcomes, fuel } = await sandbox.run({ code, calls, ...(limits && { limits }) }, options);
  return { syntax, results: judgeTests(tests, outcomes), fuel };
}

/** The call that a test makes, as the sandbox takes it. */
export function toCall(source: string): Call {
  return { source, seed: CALL_SEED };
}

/** Judges what the sandbox gave for the calls of these tests. */
export function judgeTests(tests: readonly TaskTest[], outcomes: readonly Outcome[]): readonly JudgedTest[] {
  return tests.map((test, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined)
      throw new Error(`The sandbox gave ${outcomes.length} outcomes for ${tests.length} calls`);
    return { test, outcome, passed: meetsExpectation(outcome, test.expectation, { tolerance: test.tolerance }) };
  });
}
