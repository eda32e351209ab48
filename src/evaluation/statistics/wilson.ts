/** How sure a share of successes is. */

/** A measured value with its 95 % interval; the interval is null where the data cannot give one. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The standard normal's 97.5 % quantile. */
const Z = 1.959963984540054;

/**
 * The share of successes with its 95 % score interval: E. B. Wilson, Probable inference, the law of succession, and
 * statistical inference, Journal of the American Statistical Association 22 (1927). Null for no trials.
 * @throws RangeError when the counts cannot be
 */
export function wilsonInterval(successes: number, trials: number): Estimate | null {
  const areCounts = Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials;
  if (!areCounts) {
    throw new RangeError(`Cannot estimate a share of ${successes} in ${trials}: give whole numbers, at most all`);
  }
  if (trials === 0) return null;
  const share = successes / trials;
  const shrink = 1 + Z ** 2 / trials;
  const centre = (share + Z ** 2 / (2 * trials)) / shrink;
  const reach = (Z / shrink) * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  return {
    value: share,
    // Rounding must not put an end on the wrong side of 0, 1 or the share itself.
    low: successes === 0 ? 0 : Math.max(0, centre - reach),
    high: successes === trials ? 1 : Math.min(1, centre + reach),
  };
}
