/** How much there is to learn from tasks of which a share is solved. */

/** The last tries at some tasks. */
export interface Tries {
  readonly attempts: number;
  readonly solved: number;
}

/**
 * What the tries let expect of p(1 - p), where p is the share that the policy solves: the variance of an episode's outcome,
 * most at a half and nothing where all tries end alike. It is how much of a group of rollouts differs, and what the policy's
 * expected improvement grows with (Tzannetos et al., Proximal Curriculum for Reinforcement Learning Agents, 2023; Rutherford
 * et al., No Regrets, 2024, where it is called learnability; Foster et al., Learning to Reason at the Frontier of
 * Learnability, 2025).
 *
 * The expectation is under Jeffreys' prior, Beta(1/2, 1/2), so that it is never 0: what has not been tried is tried, and
 * what was too hard, or mastered, is looked at again. Of Beta(a, b) it is ab / ((a + b)(a + b + 1)).
 */
export function learnabilityOf({ attempts, solved }: Tries): number {
  return ((solved + 0.5) * (attempts - solved + 0.5)) / ((attempts + 1) * (attempts + 2));
}
