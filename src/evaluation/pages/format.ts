/** How figures are written in reports. */
import type { Estimate } from "../statistics/wilson.ts";

export const NOTHING = "–";

/** A share as `81.3 %`. */
export function writePercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

export function writePercentEstimate(estimate: Estimate | null): string {
  return writeEstimate(estimate, writePercent);
}

export function writeDecimalEstimate(estimate: Estimate | null): string {
  return writeEstimate(estimate, writeDecimal);
}

/** Three decimals; never `-0.000`. */
export function writeDecimal(value: number): string {
  const text = value.toFixed(3);
  return text === "-0.000" ? "0.000" : text;
}

/** With its sign, for differences and rewards. */
export function writeSigned(value: number): string {
  return `${value > 0 ? "+" : ""}${writeDecimal(value)}`;
}

/** At most two decimals, as few as are needed. */
export function writeShort(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** With its interval, where it has one. */
export function writeEstimate(estimate: Estimate | null, write: (value: number) => string): string {
  if (estimate === null) return NOTHING;
  const { value, low, high } = estimate;
  return low === null || high === null ? write(value) : `${write(value)} (${write(low)} to ${write(high)})`;
}
