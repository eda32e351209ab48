/** Numbers by chance that words decide: the same words, the same numbers, on every machine. */
import { createHash } from "node:crypto";

/** @returns a function that gives the next number from 0, below 1 */
export function createDraws(...words) {
  let state = createHash("sha256").update(words.join(":")).digest().readUInt32LE(0);
  // Mulberry32: small, quick, and even enough to sample actions.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The list in an order by chance. */
export function shuffled(items, draw) {
  const list = [...items];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
  return list;
}
