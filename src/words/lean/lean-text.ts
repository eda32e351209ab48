/**
 * An observation as text that a model reads: what is new since it was last told, once. The same in every harness. Nothing
 * is left out: from these texts and the other fields of lean observations the full ones can be made again.
 */
import type { CodeObservation } from "../../protocol/observation.ts";
import type { TestResult } from "../../protocol/test-result.ts";
import { NO_STEP_LEFT, stepsLeft } from "../ending-words.ts";
import {
  belowResults,
  KNOWN_OF_FILE,
  NOTHING_TOLD,
  type TestsTold,
  tellTests,
  testsHeadline,
} from "../failed-test-words.ts";
import { fileAround, fileListing, listedBefore } from "../file-words.ts";
import { changedLines } from "../lines.ts";
import { splitPrompt, theFile } from "../prompt-words.ts";

/** What a reader knows of an episode. Never changed, only replaced. */
export interface Heard {
  readonly code: readonly string[];
  /** The file as it was last listed whole. */
  readonly listed: readonly string[];
  /** What is known of the present file. */
  readonly results: readonly TestResult[];
  readonly tests: TestsTold;
  readonly context: string;
}

export interface Telling {
  readonly text: string;
  readonly heard: Heard;
}

/** Lines told on either side of a change. */
const REACH = 2;

/**
 * What a reset tells beside the rules: what the program should do, and the file.
 *
 * ```ts
 * tellStart(observation).text.split("\n")[0] // "Program: binary_search (Binary search)"
 * ```
 */
export function tellStart(observation: CodeObservation): Telling {
  const { metadata } = observation;
  const code = Object.values(observation.code_dict);
  const about = "system_prompt" in metadata ? splitPrompt(metadata.system_prompt).about : null;
  const text = about ?? theFile(code);
  return { text, heard: heardAtStart(observation.code_dict) };
}

/**
 * What who has read the prompt knows.
 *
 * ```ts
 * heardAtStart({ "1": "x = 1" }).code // ["x = 1"]
 * ```
 */
export function heardAtStart(codeDict: CodeObservation["code_dict"]): Heard {
  const code = Object.values(codeDict);
  return { code, listed: code, results: [], tests: NOTHING_TOLD, context: "" };
}

/**
 * What a step tells: its report, the lines around a change, what is known of the tests, the steps left.
 *
 * ```ts
 * const before = heardAtStart(observation.code_dict);
 * tellStep(last.observation, before).text.split("\n").at(-1) // "The episode is over."
 * ```
 */
export function tellStep(observation: CodeObservation, before: Heard): Telling {
  const code = Object.values(observation.code_dict);
  const results = observation.test_results;
  const report = tellReport(observation.last_execution_output, { code, results, before });
  const isChanged = !isSame(code, before.code);
  const change = isChanged && !report.lists ? [tellChange(before.code, code)] : [];
  // Without a word the results are those of before, or none where the file is another.
  const assumed = isChanged ? [] : before.results;
  const known = report.tests === null && !isSameResults(results, assumed) ? tellKnown(results, before.tests) : null;
  const left = observation.steps_remaining;
  const rest = left === 0 ? NO_STEP_LEFT : stepsLeft(left);
  const text = [report.text, ...change, ...(known ? [known.text] : []), rest].join("\n\n");
  const tests = report.tests ?? known?.tests ?? before.tests;
  const listed = report.lists ? code : before.listed;
  return { text, heard: { code, listed, results, tests, context: observation.localized_context } };
}

interface Report {
  readonly text: string;
  /** Whether it lists the whole file. */
  readonly lists: boolean;
  /** What has been told of the tests, where it is their report. */
  readonly tests: TestsTold | null;
}

interface Known {
  readonly code: readonly string[];
  readonly results: readonly TestResult[];
  readonly before: Heard;
}

function tellReport(output: string, { code, results, before }: Known): Report {
  if (output === fileListing(code)) {
    const isKnown = isSame(code, before.listed);
    return { text: isKnown ? listedBefore(code) : output, lists: !isKnown, tests: null };
  }
  const below = results.length > 0 ? belowResults(output, results) : null;
  if (below === null) return { text: output, lists: false, tests: null };
  const { text, told } = tellTests(results, before.tests);
  return { text: text + below, lists: false, tests: told };
}

/** The lines that are new, and a few on either side, with the numbers that they have now. */
function tellChange(before: readonly string[], after: readonly string[]): string {
  const { first, last } = changedLines(before, after);
  const from = Math.max(1, Math.min(first, after.length) - REACH);
  const to = Math.min(after.length, Math.max(last, first - 1) + REACH);
  return fileAround(after, { first: from, last: to });
}

/** Results that no run has just reported: an edit that was taken back, the end of the episode. */
function tellKnown(results: readonly TestResult[], told: TestsTold): { text: string; tests: TestsTold } {
  if (results.length === 0) return { text: KNOWN_OF_FILE.nothing, tests: told };
  if (isSameResults(results, told.last)) {
    return { text: KNOWN_OF_FILE.asLastReported(testsHeadline(results)), tests: told };
  }
  const { text, told: tests } = tellTests(results, told);
  return { text: KNOWN_OF_FILE.tests(text), tests };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((line, at) => line === b[at]));
}

function isSameResults(a: readonly TestResult[], b: readonly TestResult[]): boolean {
  if (a === b) return true;
  const isEqual = (one: TestResult, other: TestResult | undefined): boolean =>
    one.test_name === other?.test_name && one.error_message === other.error_message && one.passed === other.passed;
  return a.length === b.length && a.every((result, at) => isEqual(result, b[at]));
}
