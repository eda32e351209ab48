/** How long the fuzzers run: quick among the tests, as long as asked for under `npm run fuzz`. */

/** FUZZ_FACTOR times as many calls as among the tests. */
const FACTOR = Number(process.env.FUZZ_FACTOR ?? 1);

/** Names the whole run: the same seed makes the same calls. */
export const FUZZ_SEED = Number(process.env.FUZZ_SEED ?? 20_260_101);

export function fuzzCalls(amongTests: number): number {
  return Math.round(amongTests * FACTOR);
}
