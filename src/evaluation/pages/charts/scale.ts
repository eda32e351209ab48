/** Maps values to places along an axis. */

export type Scale = (value: number) => number;

/** From values between `low` and `high` to places between `from` and `to`, to a tenth; all in the middle if low = high. */
export function linearScale([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const stretch = high > low ? (to - from) / (high - low) : 0;
  const middle = high > low ? from : (from + to) / 2;
  return (value) => Math.round(10 * (middle + (value - low) * stretch)) / 10;
}
