/** Keeps a list of problems short: who has mended three of a kind has mended all. */

const FEW = 3;

/** Each problem once, the first few of them, and how many more there are. */
export function fewProblems(problems: readonly string[]): string[] {
  const distinct = [...new Set(problems)];
  if (distinct.length <= FEW + 1) return distinct;
  return [...distinct.slice(0, FEW), `and ${distinct.length - FEW} more problems like these`];
}
