/**
 * What a failed test prints, wherever it is told: how its call ended, the text of it, the report of a run of all tests, and
 * in a lean observation as much of that as is new.
 */
import type { TestParts, TestResult } from "../protocol/test-result.ts";
import { indentLines } from "./lines.ts";

/** `ValueError raised`, `ValueError raised: no such key`. @param type as the language writes it */
export function raisedWords(type: string, message = ""): string {
  return message === "" ? `${type} raised` : `${type} raised: ${message}`;
}

/** Where a call ended: the file's line, where one is known, and its path, where there are several. */
interface EndedAt {
  readonly path?: string;
  readonly line: number | null;
}

/** How a call ended that gave no value. */
export const CALL_ENDED = {
  timeout: (at: EndedAt) => `no end${atLine(at)}`,
  batchTimeout:
    "not run to its end, because the calls before it and this one use more fuel than there is for all of them",
  memory: (at: EndedAt) => `memory exhausted${atLine(at)}`,
  syntax: (type: string, message: string, at: EndedAt) => `${type}: ${message}${atLine(at)}`,
  crash: (reason: string) => `the interpreter stopped: ${reason}`,
  outputLimit: "more output, or a larger value, than is allowed",
} as const;

function atLine({ path, line }: EndedAt): string {
  return line === null ? "" : ` (${path === undefined ? "" : `${path}, `}line ${line})`;
}

/** How one test failed, of its parts. */
export function failedTest({ call, expected, got, traceback }: TestParts): string {
  // Several statements stand below each other, as they are written.
  const made = call.includes("\n") ? `\n${indentLines(call)}` : ` ${call}`;
  const lines = [`call:${made}`, `expected: ${expected}`, `got: ${got}`];
  return [...lines, ...(traceback === null ? [] : [traceback])].join("\n");
}

/** The first line of all that is told of a run. */
export function testsHeadline(results: readonly TestResult[]): string {
  return `${results.filter(({ passed }) => passed).length} of ${results.length} visible tests passed.`;
}

/** Stands for a traceback that stands above. */
export const SAME_TRACEBACK = "(the same traceback as above)";

/** The report of a run: a summary line, the failing tests, what the calls printed. */
export function runReport(results: readonly TestResult[], printed: readonly string[] = []): string {
  const shown = new Set<string>();
  const failed = results.flatMap((result) => {
    const { test_name, error_message: message } = result;
    if (message === null) return [];
    const traceback = tracebackOf(result);
    const isShown = traceback !== null && shown.has(traceback);
    if (traceback !== null) shown.add(traceback);
    return [`FAILED ${test_name}\n${indentLines(isShown ? withoutEnd(message, traceback) + SAME_TRACEBACK : message)}`];
  });
  return [testsHeadline(results), ...failed, ...printed].join("\n\n");
}

/** What stands in a report below these results; null for any other text, and for a report that was cut. */
export function belowResults(report: string, results: readonly TestResult[]): string | null {
  const told = runReport(results);
  return report === told || report.startsWith(`${told}\n\n`) ? report.slice(told.length) : null;
}

/** What a test's call printed, under whose it is. */
export function printedBy(call: string, text: string): string {
  return `PRINTED by ${call}\n${indentLines(text)}`;
}

/** Stands where the beginning of a text was cut off. */
export function cutNote(characters: number): string {
  return `[${characters} characters cut]\n`;
}

/** What a reader of lean observations has been told of the tests. */
export interface TestsTold {
  /** Whether each has been named once: from then on one that is not named passes. */
  readonly named: boolean;
  /** By a test's name: how it failed when that was last told. */
  readonly failures: ReadonlyMap<string, string>;
  /** The results that were told last. */
  readonly last: readonly TestResult[];
}

export const NOTHING_TOLD: TestsTold = { named: false, failures: new Map(), last: [] };

/**
 * The report as long as it has to be: a line a test, and below it how it fails where that is new.
 *
 * ```ts
 * const results = [{ test_name: "a", passed: false, error_message: "no" }];
 * const first = tellTests(results, NOTHING_TOLD);
 * tellTests(results, first.told).text // "0 of 1 visible tests passed.\nSTILL FAILED a"
 * ```
 */
export function tellTests(results: readonly TestResult[], told: TestsTold): { text: string; told: TestsTold } {
  const failures = new Map(told.failures);
  const lines = [testsHeadline(results)];
  /** The nearest above. */
  let above: string | null = null;
  for (const result of results) {
    const { test_name, error_message } = result;
    if (error_message === null) {
      if (!told.named) lines.push(`PASSED ${test_name}`);
    } else if (failures.get(test_name) === error_message) {
      lines.push(`STILL FAILED ${test_name}`);
    } else {
      const traceback = tracebackOf(result);
      const isAbove = traceback !== null && traceback === above;
      lines.push(`FAILED ${test_name}`);
      // At the left edge, where nothing of the program's own stands.
      if (isAbove) lines.push(indentLines(withoutEnd(error_message, traceback).slice(0, -1)), SAME_TRACEBACK);
      else lines.push(indentLines(error_message));
      above = traceback ?? above;
      failures.set(test_name, error_message);
    }
  }
  return { text: lines.join("\n"), told: { named: true, failures, last: results } };
}

/** Results that no run has just reported: an edit that was taken back, the end of the episode. */
export const KNOWN_OF_FILE = {
  nothing: "Of this file no results are known.",
  asLastReported: (headline: string) => `Of this file is known: ${headline} It stands as last reported.`,
  tests: (told: string) => `Of this file is known: ${told}`,
} as const;

/** The traceback at the end of how a test fails; null if there is none, or where the text was cut before its end. */
function tracebackOf({ error_message: message, traceback }: TestResult): string | null {
  return traceback != null && message?.endsWith(`\n${traceback}`) ? traceback : null;
}

function withoutEnd(message: string, end: string): string {
  return message.slice(0, -end.length);
}
