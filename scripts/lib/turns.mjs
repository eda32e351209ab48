/** Work that takes turns by the day. */
const DAY_MS = 86_400_000;

/** Days in which each slow test file has its turn. */
export const SLOW_TEST_TURNS = 6;

/** Days in which each test file that is tried in samples has its turn. */
export const SAMPLED_TEST_TURNS = 3;

/**
 * Which of so many turns is today's, from 0.
 * @param turns how many there are
 * @param days how many days one lasts: what is done on one day of three alone would else never have two turns of three
 */
export function turnOfToday(turns, days = 1) {
  return Math.floor(Date.now() / DAY_MS / days) % turns;
}
