/** Test results as text: each failing test whole the first time, by its name alone while it fails as before. */
import type { TestResult } from "../observation.ts";

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

/** The report of a run as the environment writes it, as far as it tells of results alone. */
export function writtenOut(results: readonly TestResult[]): string {
  const failures = results.flatMap(({ test_name, error_message }) =>
    error_message === null ? [] : [`FAILED ${test_name}\n${indent(error_message)}`],
  );
  return [headline(results), ...failures].join("\n\n");
}

/** The same, as long as it has to be: a line a test, and below it how it fails where that is new. */
export function tellTests(results: readonly TestResult[], told: TestsTold): { text: string; told: TestsTold } {
  const failures = new Map(told.failures);
  const lines = [headline(results)];
  for (const { test_name, error_message } of results) {
    if (error_message === null) {
      if (!told.named) lines.push(`PASSED ${test_name}`);
    } else if (failures.get(test_name) === error_message) {
      lines.push(`STILL FAILED ${test_name}`);
    } else {
      lines.push(`FAILED ${test_name}`, indent(error_message));
      failures.set(test_name, error_message);
    }
  }
  return { text: lines.join("\n"), told: { named: true, failures, last: results } };
}

/** `3 of 7 visible tests passed.` */
export function headline(results: readonly TestResult[]): string {
  return `${results.filter(({ passed }) => passed).length} of ${results.length} visible tests passed.`;
}

/** Every line that is not empty, two spaces deeper. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
