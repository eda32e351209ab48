/** How sure a mean is, without assuming how its values are spread. */
import { seededRandom } from "./random.ts";
import type { Estimate } from "./wilson.ts";

const RESAMPLES = 2_000;
const SEED = 20_260_101;

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The mean with its 95 % percentile bootstrap interval (B. Efron and R. Tibshirani, An introduction to the bootstrap,
 * 1993, chapter 13), resampled 2,000 times from a fixed seed, so that the same values give the same interval. Null for
 * no values; one value has no interval.
 */
export function bootstrapMean(values: readonly number[]): Estimate | null {
  if (values.length === 0) return null;
  const value = meanOf(values);
  if (values.length === 1) return { value, low: null, high: null };
  const random = seededRandom(SEED);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort();
  return { value, low: quantileOf(means, 0.025), high: quantileOf(means, 0.975) };
}

/**
 * The value below which this share of the sorted values lies, between neighbours in proportion (R. Hyndman and Y. Fan,
 * Sample quantiles in statistical packages, 1996, definition 7).
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
