/** What the returns of a group of episodes of one task say of each: how much better it was than the others. */

/** By the name that `--method` takes. */
export const METHODS = {
  /** REINFORCE with the group's mean as its baseline. */
  reinforce: (returns) => {
    const mean = meanOf(returns);
    return returns.map((one) => one - mean);
  },
  /** The same divided by the standard deviation, as GRPO does: a group's differences weigh the same, however small. */
  grpo: (returns) => {
    const mean = meanOf(returns);
    const variance = returns.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, returns.length - 1);
    return returns.map((one) => (one - mean) / (Math.sqrt(variance) + 1e-4));
  },
};

export function meanOf(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
