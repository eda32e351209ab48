/** Test results as text: each failing test whole the first time, by its name alone while it fails as before. */
import type { TestResult } from "../test-result.ts";

/** What has been told of the tests. */
export interface TestsTold {
  /** Whether each has been named once: from then on one that is not named passes. */
  readonly named: boolean;
  /** By a test's name: how it failed when that was last told. */
  readonly failures: ReadonlyMap<string, string>;
  /** The results that were told last. */
  readonly last: readonly TestResult[];
}

export const NOTHING_TOLD: TestsTold = { named: false, failures: new Map(), last: [] };

/** Stands for a traceback that stands above. */
export const SAME_TRACEBACK = "(the same traceback as above)";
/**
 * The report of a run as the environment writes it, as far as it tells of results alone.
 *
 * ```ts
 * writtenOut([{ test_name: "a", passed: false, error_message: "no" }]) // "0 of 1 visible tests passed.\n\nFAILED a\n  no"
 * ```
 */
export function writtenOut(results: readonly TestResult[]): string {
  const shown = new Set<string>();
  const failures = results.flatMap((result) => {
    const { test_name, error_message: message } = result;
    if (message === null) return [];
    const traceback = tracebackOf(result);
    const isShown = traceback !== null && shown.has(traceback);
    if (traceback !== null) shown.add(traceback);
    return [`FAILED ${test_name}\n${indentLines(isShown ? withoutEnd(message, traceback) + SAME_TRACEBACK : message)}`];
  });
  return [testsHeadline(results), ...failures].join("\n\n");
}

/** The traceback at the end of how a test fails; null if there is none, or where the text was cut before its end. */
function tracebackOf({ error_message: message, traceback }: TestResult): string | null {
  return traceback != null && message?.endsWith(`\n${traceback}`) ? traceback : null;
}

function withoutEnd(message: string, end: string): string {
  return message.slice(0, -end.length);
}

/**
 * The same, as long as it has to be: a line a test, and below it how it fails where that is new.
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

/**
 * `3 of 7 visible tests passed.`
 *
 * ```ts
 * testsHeadline([{ test_name: "a", passed: true, error_message: null }]) // "1 of 1 visible tests passed."
 * ```
 */
export function testsHeadline(results: readonly TestResult[]): string {
  return `${results.filter(({ passed }) => passed).length} of ${results.length} visible tests passed.`;
}

/**
 * Every line that is not empty, two spaces deeper.
 *
 * ```ts
 * indentLines("a\n\nb") // "  a\n\n  b"
 * ```
 */
export function indentLines(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
