/**
 * An observation as text that a model reads: what is new since it was last told, once. The same in every harness. Nothing
 * is left out: from these texts and the other fields of lean observations the full ones can be made again.
 */
import type { CodeObservation } from "../observation.ts";
import type { TestResult } from "../test-result.ts";
import { changedLines, countLines, numberLines } from "./lines.ts";
import { NOTHING_TOLD, type TestsTold, tellTests, testsHeadline, writtenOut } from "./tests-told.ts";

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

/** Where the prompt turns from how to work to what is asked: from here on it is the episode's own. */
const ABOUT = "\n\nProgram: ";
/** Lines told on either side of a change. */
const REACH = 2;

/**
 * The prompt in two: how to work, and what the episode is about, the code included.
 *
 * ```ts
 * splitPrompt("Find the bug.\n\nProgram: flatten") // { rules: "Find the bug.", about: "Program: flatten" }
 * ```
 */
export function splitPrompt(prompt: string): { readonly rules: string; readonly about: string | null } {
  const at = prompt.indexOf(ABOUT);
  return at < 0 ? { rules: prompt, about: null } : { rules: prompt.slice(0, at), about: prompt.slice(at + 2) };
}

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
  const text = about ?? ["The file:", ...numberLines(code)].join("\n");
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
  const text = [report.text, ...change, ...(known ? [known.text] : []), standing(observation)].join("\n\n");
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
  const size = `The file has ${countLines(code.length)}`;
  if (output === [`${size}.`, ...numberLines(code)].join("\n")) {
    const isKnown = isSame(code, before.listed);
    return { text: isKnown ? `${size}, as it was listed before.` : output, lists: !isKnown, tests: null };
  }
  const whole = results.length > 0 ? writtenOut(results) : null;
  if (whole === null || (output !== whole && !output.startsWith(`${whole}\n\n`))) {
    return { text: output, lists: false, tests: null };
  }
  const { text, told } = tellTests(results, before.tests);
  return { text: text + output.slice(whole.length), lists: false, tests: told };
}

/** The lines that are new, and a few on either side, with the numbers that they have now. */
function tellChange(before: readonly string[], after: readonly string[]): string {
  if (after.length === 0) return "The file is empty now.";
  const { first, last } = changedLines(before, after);
  const from = Math.max(1, Math.min(first, after.length) - REACH);
  const to = Math.min(after.length, Math.max(last, first - 1) + REACH);
  // As wide as in a listing of the whole file.
  const lines = numberLines(after).slice(from - 1, to);
  return [`Lines ${from} to ${to} of ${after.length} now:`, ...lines].join("\n");
}

/** Results that no run has just reported: an edit that was taken back, the end of the episode. */
function tellKnown(results: readonly TestResult[], told: TestsTold): { text: string; tests: TestsTold } {
  if (results.length === 0) return { text: "Of this file no results are known.", tests: told };
  if (isSameResults(results, told.last)) {
    return { text: `Of this file is known: ${testsHeadline(results)} It stands as last reported.`, tests: told };
  }
  const { text, told: tests } = tellTests(results, told);
  return { text: `Of this file is known: ${text}`, tests };
}

function standing({ steps_remaining }: CodeObservation): string {
  return steps_remaining === 0 ? "The episode is over." : `Steps left: ${steps_remaining}`;
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
