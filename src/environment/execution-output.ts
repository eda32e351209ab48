/** Reports a run of the visible tests: a summary line, the failing tests, what the calls printed. */
import { truncate } from "../sandbox/values/format.ts";
import type { JudgedTest } from "../tasks/run-tests.ts";
import { keepTail } from "./clip.ts";
import { indent, toTestResult } from "./test-report.ts";
import type { TestRun } from "./test-run.ts";

/** Longest report of an action; a longer one keeps its tail, where the newest stands. */
const MAX_OUTPUT_CHARACTERS = 8_000;
const MAX_STDOUT_CHARACTERS = 1_000;
const MAX_CALL_CHARACTERS = 120;

/** A report short enough to show: its first line, which says the most, and as much of its end as fits. */
export function capOutput(output: string): string {
  if (output.length <= MAX_OUTPUT_CHARACTERS) return output;
  const headline = truncate(/^.*/.exec(output)?.[0] ?? "", MAX_STDOUT_CHARACTERS);
  return `${headline}\n${keepTail(output.slice(headline.length + 1), MAX_OUTPUT_CHARACTERS - headline.length - 1)}`;
}

/** What a run gave: what each test is told of itself, and a report short enough to keep and to show. */
export function reportRun(tests: readonly JudgedTest[]): Pick<TestRun, "results" | "report" | "errorLine"> {
  const results = tests.map(toTestResult);
  const passed = results.filter((result) => result.passed).length;
  const summary = `${passed} of ${tests.length} visible tests passed.`;
  const failures = results.flatMap(({ test_name, error_message }) =>
    error_message === null ? [] : [`FAILED ${test_name}\n${indent(error_message)}`],
  );
  return {
    results,
    report: capOutput([summary, ...failures, ...tests.flatMap(printed)].join("\n\n")),
    errorLine: tests.flatMap(errorLine)[0] ?? null,
  };
}

function printed({ test, outcome }: JudgedTest): readonly string[] {
  if (outcome.stdout === "") return [];
  const text = keepTail(outcome.stdout, MAX_STDOUT_CHARACTERS).trimEnd();
  return [`PRINTED by ${truncate(test.call, MAX_CALL_CHARACTERS)}\n${indent(text)}`];
}

function errorLine({ outcome, passed }: JudgedTest): readonly number[] {
  if (passed || !("line" in outcome) || outcome.line === null) return [];
  return [outcome.line];
}
