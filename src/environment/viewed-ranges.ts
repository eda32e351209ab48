/** Ranges of lines that have been shown, as few as can be: what touches is one. */
import type { LineRange } from "../words/lines.ts";

/** @param ranges in order, none of which touch each other, as what comes out is */
export function addRange(ranges: readonly LineRange[], { first, last }: LineRange): readonly LineRange[] {
  const touching = ranges.filter((range) => range.first <= last + 1 && first <= range.last + 1);
  const whole = [...touching, { first, last }].reduce((all, range) => ({
    first: Math.min(all.first, range.first),
    last: Math.max(all.last, range.last),
  }));
  return [...ranges.filter((range) => !touching.includes(range)), whole].sort((a, b) => a.first - b.first);
}
