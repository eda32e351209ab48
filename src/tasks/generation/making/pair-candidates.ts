/** Puts two mistakes into one program. */
import type { Source } from "../../../sandbox/source.ts";
import { type Candidate, joinCandidates } from "./candidates.ts";
import { chanceOf } from "./choose-mutants.ts";

/** Each two of them once, in an order of chance; of two pairs with a mistake in common the one is far from the other. */
export function* pairsByChance(
  singles: readonly Candidate[],
  seed: number,
): Generator<readonly [Candidate, Candidate]> {
  const keyed = singles.map((one) => ({ one, chance: chanceOf(one, seed) }));
  const shuffled = keyed.sort((a, b) => (a.chance < b.chance ? -1 : 1)).map(({ one }) => one);
  for (let distance = 1; distance < shuffled.length; distance += 1) {
    for (const [index, one] of shuffled.entries()) {
      const other = shuffled[index + distance];
      if (other !== undefined) yield [one, other];
    }
  }
}

export interface PairOptions {
  readonly seed: number;
  /** How many are wanted; each has to be parsed. */
  readonly most: number;
}

/** Pairs that fit together, in different functions, each of them sound alone: the first ones in an order of chance. */
export function candidatePairs(
  solution: Source,
  singles: readonly Candidate[],
  { seed, most }: PairOptions,
): readonly Candidate[] {
  const pairs: Candidate[] = [];
  for (const [one, other] of pairsByChance(singles, seed)) {
    if (pairs.length >= most) break;
    if (one.functions[0] === other.functions[0]) continue;
    const pair = joinCandidates(solution, one, other);
    if (pair !== null) pairs.push(pair);
  }
  return pairs;
}
