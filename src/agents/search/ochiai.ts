/** Ranks statements by how much the failing tests point at them. */

/** What one test did: which lines' statements it executed, and how it ended. */
export interface TestTrace {
  readonly passed: boolean;
  readonly lines: ReadonlySet<number>;
}

/**
 * The Ochiai coefficient of a statement, from 0 to 1: failed(s) / √(all failed × (failed(s) + passed(s))), after R. Abreu,
 * P. Zoeteweij and A. van Gemund, On the accuracy of spectrum-based fault localization, TAIC PART 2007.
 */
export function ochiaiScore(line: number, traces: readonly TestTrace[]): number {
  const failing = traces.filter(({ passed }) => !passed);
  const failed = failing.filter(({ lines }) => lines.has(line)).length;
  const passed = traces.filter((trace) => trace.passed && trace.lines.has(line)).length;
  return failed === 0 ? 0 : failed / Math.sqrt(failing.length * (failed + passed));
}
