/** Work that takes turns by the day. */
const DAY_MS = 86_400_000;

/** Which of so many turns is today's, from 0. */
export function turnOfToday(turns) {
  return Math.floor(Date.now() / DAY_MS) % turns;
}
