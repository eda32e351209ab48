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
import { wholeFile } from "../files-words.ts";
import { changedLines, numbersOf } from "../lines.ts";
import { splitPrompt, theFile } from "../prompt-words.ts";

/** What a reader knows of a file. */
interface HeardFile {
  readonly code: readonly string[];
  /** The file as it was last listed whole. */
  readonly listed: readonly string[];
}

/** What a reader knows of an episode. Never changed, only replaced. */
export interface Heard extends HeardFile {
  /** Of several files, the one that is known here; null where there is one. */
  readonly path: string | null;
  /** Files that were shown before it, by their paths. */
  readonly others: ReadonlyMap<string, HeardFile>;
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
  return { text, heard: heardAtStart(beginOf(observation)) };
}

/** How an episode begins, as far as who has read its prompt knows it. */
export interface EpisodeBegin {
  readonly code_dict: CodeObservation["code_dict"];
  /** Of several files, the main one. */
  readonly path?: string | null;
  /** Whether the prompt lists that file whole; left out where it is the only one, which always stands there. */
  readonly isListed?: boolean;
}

/**
 * What of a reset's observation must be kept to know what its reader knows.
 *
 * ```ts
 * beginOf(observation).path // undefined
 * ```
 */
export function beginOf({ code_dict, path, metadata }: CodeObservation): EpisodeBegin {
  if (path === undefined) return { code_dict };
  const listing = wholeFile({ path, lines: Object.values(code_dict) });
  return { code_dict, path, isListed: "system_prompt" in metadata && metadata.system_prompt.includes(listing) };
}

/**
 * What who has read the prompt knows.
 *
 * ```ts
 * heardAtStart({ code_dict: { "1": "x = 1" } }).code // ["x = 1"]
 * ```
 */
export function heardAtStart({ code_dict, path = null, isListed = true }: EpisodeBegin): Heard {
  const code = isListed ? Object.values(code_dict) : [];
  const empty = { others: new Map(), results: [], tests: NOTHING_TOLD, context: "" } as const;
  return { ...empty, path: isListed ? path : null, code, listed: code };
}

/** The same with this file before the reader: null where it is shown for the first time. */
function turnedTo(heard: Heard, path: string | null): { readonly heard: Heard; readonly isNew: boolean } {
  if (path === null || path === heard.path) return { heard, isNew: false };
  const others = new Map(heard.others);
  if (heard.path !== null) others.set(heard.path, { code: heard.code, listed: heard.listed });
  const known = others.get(path);
  return { heard: { ...heard, ...(known ?? NOTHING_SHOWN), path, others }, isNew: known === undefined };
}

const NOTHING_SHOWN: HeardFile = { code: [], listed: [] };

/**
 * What a step tells: its report, the lines around a change, what is known of the tests, the steps left. Of several files,
 * one that is shown for the first time stands in the prompt, or was to be looked at: only the lines that matter are told.
 *
 * ```ts
 * const before = heardAtStart(beginOf(observation));
 * tellStep(last.observation, before).text.split("\n").at(-1) // "The episode is over."
 * ```
 */
export function tellStep(observation: CodeObservation, earlier: Heard): Telling {
  const { path = null, test_results: results, localized_context: context } = observation;
  const { heard: before, isNew } = turnedTo(earlier, path);
  const code = Object.values(observation.code_dict);
  const report = tellReport(observation.last_execution_output, { code, results, before, isNew });
  const isChanged = isNew ? results.length === 0 : !isSame(code, before.code);
  const change = report.lists
    ? []
    : isNew
      ? tellPlace(code, context, path)
      : isChanged
        ? [tellChange(before, code)]
        : [];
  // Without a word the results are those of before, or none where the file is another.
  const assumed = isChanged ? [] : before.results;
  const known = report.tests === null && !isSameResults(results, assumed) ? tellKnown(results, before.tests) : null;
  const left = observation.steps_remaining;
  const rest = left === 0 ? NO_STEP_LEFT : stepsLeft(left);
  const text = [report.text, ...change, ...(known ? [known.text] : []), rest].join("\n\n");
  const tests = report.tests ?? known?.tests ?? before.tests;
  const listed = report.lists ? code : before.listed;
  return { text, heard: { path, others: before.others, code, listed, results, tests, context } };
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
  /** Whether nothing was shown of the file before. */
  readonly isNew: boolean;
}

function tellReport(output: string, { code, results, before, isNew }: Known): Report {
  const listing = fileListing(code, before.path);
  // Of several files one may be listed with a note below it.
  if (output === listing || (before.path !== null && output.startsWith(`${listing}\n\n`))) {
    const isKnown = !isNew && isSame(code, before.listed);
    const text = isKnown ? listedBefore(code, before.path) + output.slice(listing.length) : output;
    return { text, lists: !isKnown, tests: null };
  }
  const below = results.length > 0 ? belowResults(output, results) : null;
  if (below === null) return { text: output, lists: false, tests: null };
  const { text, told } = tellTests(results, before.tests);
  return { text: text + below, lists: false, tests: told };
}

/** The lines that are new, and a few on either side, with the numbers that they have now. */
function tellChange({ code: before, path }: Heard, after: readonly string[]): string {
  const { first, last } = changedLines(before, after);
  const from = Math.max(1, Math.min(first, after.length) - REACH);
  const to = Math.min(after.length, Math.max(last, first - 1) + REACH);
  return fileAround(after, { first: from, last: to }, path);
}

/** The lines around the last edit or error, in a file of which nothing was shown. */
function tellPlace(code: readonly string[], context: string, path: string | null): readonly string[] {
  return context === "" ? [] : [fileAround(code, numbersOf(context), path)];
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
