/** The chance that at least one of k attempts at a task solves it. */

/** What became of the attempts at one task. */
export interface TaskAttempts {
  readonly attempts: number;
  readonly solved: number;
}

/**
 * The unbiased estimate 1 - C(n - c, k) / C(n, k) from n attempts of which c solved: M. Chen et al., Evaluating large
 * language models trained on code (2021), equation 1, as the product of their appendix, which does not overflow.
 * @throws RangeError when there are fewer than k attempts
 */
export function passAtK({ attempts, solved }: TaskAttempts, k: number): number {
  if (!Number.isInteger(k) || k < 1 || k > attempts) {
    throw new RangeError(`Cannot estimate pass@${k} from ${attempts} attempts: k lies between 1 and the attempts`);
  }
  let missed = 1;
  for (let attempt = attempts - solved + 1; attempt <= attempts; attempt += 1) missed *= 1 - k / attempt;
  // Once every choice of k holds a solved attempt, a factor is zero or below.
  return attempts - solved < k ? 1 : 1 - missed;
}

/** The values of k that are worth a line: 2, 4, 8 … and the number of attempts that every task has. */
export function reportedKs(fewest: number): readonly number[] {
  const ks: number[] = [];
  for (let k = 2; k < fewest; k *= 2) ks.push(k);
  return fewest >= 2 ? [...ks, fewest] : [];
}
