/** How likely an episode's hidden tests are to catch a bug. */

/** A task whose bug escapes more often than in one of ten episodes is not sound. */
export const LEAST_CHANCE = 0.9;

export interface MeasuredBug {
  /** Generated tests that the bug was run on, and how many of them it failed. */
  readonly total: number;
  readonly failed: number;
  /** Hidden tests of an episode. */
  readonly hidden: number;
  /** Whether those that it was run on are all that can be drawn. */
  readonly areAll: boolean;
}

/**
 * One less the chance that each hidden test is one of those that the bug passes. Strata have shares of their own, and no
 * call is drawn twice: both make the chance larger than this, never smaller.
 */
export function chanceToCatch({ total, failed, hidden, areAll }: MeasuredBug): number {
  if (total === 0) return 0;
  // Each episode has every call there is.
  if (areAll && total <= hidden) return failed > 0 ? 1 : 0;
  return 1 - (1 - failed / total) ** hidden;
}
