/** Puts two mistakes into one program: in different functions, each of them sound alone. */
import { type Candidate, joinCandidates } from "./candidates.ts";
import { chanceOf } from "./choose-mutants.ts";

/** Pairs that are looked at; a program of a hundred mistakes has five thousand. */
const MOST_PAIRS = 2000;

/** All pairs that fit together, in an order of chance; of two pairs with a mistake in common the one is far from the other. */
export function candidatePairs(solution: string, singles: readonly Candidate[], seed: number): readonly Candidate[] {
  const sorted = singles.toSorted((a, b) => (chanceOf(a, seed) < chanceOf(b, seed) ? -1 : 1));
  const pairs: Candidate[] = [];
  for (let distance = 1; distance < sorted.length; distance += 1) {
    for (const [index, one] of sorted.entries()) {
      if (pairs.length >= MOST_PAIRS) return pairs;
      const other = sorted[index + distance];
      if (other === undefined || one.functions[0] === other.functions[0]) continue;
      const pair = joinCandidates(solution, one, other);
      if (pair !== null) pairs.push(pair);
    }
  }
  return pairs;
}
