/** Whether two players solve different shares of the same episodes by more than chance. */

/**
 * The two-sided exact p-value of McNemar's test (Q. McNemar, Note on the sampling error of the difference between
 * correlated proportions or percentages, Psychometrika 12, 1947, with the binomial distribution in place of its
 * approximation). Only episodes that exactly one of the two solved count.
 */
export function mcNemar(onlyFirst: number, onlySecond: number): number {
  const discordant = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  // In logarithms, because 2^-n is nothing but 0 from n = 1075 on.
  let logTerm = -discordant * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let count = 1; count <= fewer; count += 1) {
    logTerm += Math.log((discordant - count + 1) / count);
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}
