/** How like two lines are: the share of their pairs of neighbouring characters that they have in common. */

/** How often each pair occurs; spaces do not count. */
export type LetterPairs = ReadonlyMap<string, number>;

export function pairsOf(line: string): LetterPairs {
  const letters = line.replace(/\s+/g, "");
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** From 0 to 1. */
export function likenessOf(a: LetterPairs, b: LetterPairs): number {
  const count = sizeOf(a) + sizeOf(b);
  if (count === 0) return 0;
  let shared = 0;
  for (const [pair, times] of a) shared += Math.min(times, b.get(pair) ?? 0);
  return (2 * shared) / count;
}

function sizeOf(pairs: LetterPairs): number {
  let size = 0;
  for (const times of pairs.values()) size += times;
  return size;
}
