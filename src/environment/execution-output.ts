/** Reports a run of the visible tests: a summary line, the failing tests, what the calls printed. */

import { truncate } from "../ground/truncate.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import type { TestResult } from "../protocol/protocol.ts";
import type { JudgedTest } from "../tasks/run-tests.ts";
import { keepTail } from "./clip.ts";
import { fitsJson, jsonBytes, keepTailOfJson, truncateToJson } from "./json-size.ts";
import { indent, toTestResult, tracebackOf } from "./test-report.ts";
import type { TestRun } from "./test-run.ts";

/** Longest report of an action; a longer one keeps its tail, where the newest stands. */
const MAX_OUTPUT_CHARACTERS = 8_000;
/** Bytes it may take as JSON: what so many characters take, unless they are control characters. */
const MAX_OUTPUT_BYTES = 4 * MAX_OUTPUT_CHARACTERS;
/** Bytes that the messages of all tests may take as JSON: an answer has them twice, and common clients take 1 MiB. */
const MAX_RESULTS_BYTES = 64 * 1024;
/** `\n` in JSON. */
const LINE_END_BYTES = 2;
const MAX_STDOUT_CHARACTERS = 1_000;
const MAX_CALL_CHARACTERS = 120;

/** A report short enough to show: its first line, which says the most, and as much of its end as fits. */
export function capOutput(output: string): string {
  if (output.length <= MAX_OUTPUT_CHARACTERS && fitsJson(output, MAX_OUTPUT_BYTES)) return output;
  const headline = truncate(/^.*/.exec(output)?.[0] ?? "", MAX_STDOUT_CHARACTERS);
  const characters = MAX_OUTPUT_CHARACTERS - headline.length - 1;
  const bytes = MAX_OUTPUT_BYTES - jsonBytes(headline) - LINE_END_BYTES;
  return `${headline}\n${keepTailOfJson(output.slice(headline.length + 1), { characters, bytes })}`;
}

/** What single tests are told, each cut to its share where together they would be too much for one answer. */
function fitting(results: readonly TestResult[]): TestResult[] {
  const messages = results.flatMap(({ error_message }) => error_message ?? []);
  const bytes = messages.reduce((sum, message) => sum + jsonBytes(message), 0);
  if (bytes <= MAX_RESULTS_BYTES) return [...results];
  const share = Math.floor(MAX_RESULTS_BYTES / messages.length);
  const cut = (message: string | null) => message && truncateToJson(message, { bytes: share });
  return results.map((result) => ({ ...result, error_message: cut(result.error_message) }));
}

/** What a run gave: what each test is told of itself, and a report short enough to keep and to show. */
export function reportRun(
  tests: readonly JudgedTest[],
  { literals }: Pick<LanguagePack, "literals">,
): Pick<TestRun, "results" | "report" | "errorLine"> {
  const results = fitting(tests.map((test) => toTestResult(test, literals)));
  const passed = results.filter((result) => result.passed).length;
  const summary = `${passed} of ${tests.length} visible tests passed.`;
  const shown = new Set<string>();
  const failures = tests.flatMap(({ outcome }, at) => {
    const { test_name = "", error_message = null } = results[at] ?? {};
    if (error_message === null) return [];
    const message = withoutRepetition(error_message, tracebackOf(outcome), shown);
    return [`FAILED ${test_name}\n${indent(message)}`];
  });
  return {
    results,
    report: capOutput([summary, ...failures, ...tests.flatMap(printed)].join("\n\n")),
    errorLine: tests.flatMap(errorLine)[0] ?? null,
  };
}

/** A traceback that another test has shown already is not shown again: most of a broken file's are the same. */
function withoutRepetition(message: string, [traceback]: readonly string[], shown: Set<string>): string {
  if (traceback === undefined || !message.endsWith(traceback)) return message;
  if (shown.has(traceback)) return `${message.slice(0, -traceback.length)}(the same traceback as above)`;
  shown.add(traceback);
  return message;
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
