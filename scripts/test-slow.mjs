/**
 * `npm run test:slow`: the test files that `npm test` leaves out because they take long, or with `--samples` those that it
 * tries in samples, larger ones here. Needs Node alone.
 */
import { readCommandWords, refuseWords } from "./lib/command-words.mjs";
import { setUp } from "./lib/setup.mjs";
import { SAMPLED_TESTS, SLOW_TESTS } from "./lib/slow-tests.mjs";
import { SAMPLED_TEST_TURNS, SLOW_TEST_TURNS, turnOfToday } from "./lib/turns.mjs";
import { runVitest } from "./lib/vitest.mjs";

const HELP = `Usage: npm run test:slow -- [--samples] [--all | --turn N]

Runs the slow test files: a sixth of them, the next sixth on the next day, so that each runs every sixth day.

Options:
  --samples   those that are tried in samples, with larger ones; a third of them a day
  --all       all of them
  --turn N    this turn, whatever the day: 0 to 5, of samples 0 to 2

Examples:
  npm run test:slow
  npm run test:slow -- --samples --all

Exit code 0: all passed; 1: some failed; 2: there is no such turn.
`;

const COMMAND = "npm run test:slow --";
const values = readCommandWords({
  options: {
    samples: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    turn: { type: "string" },
  },
  help: HELP,
  command: COMMAND,
});
const turns = values.samples ? SAMPLED_TEST_TURNS : SLOW_TEST_TURNS;
const turn = Number(values.turn ?? turnOfToday(turns));
if (!(Number.isInteger(turn) && turn >= 0 && turn < turns)) {
  refuseWords(`Cannot run turn ${values.turn}: there are 0 to ${turns - 1}`, COMMAND);
}

await setUp();
const listed = values.samples ? SAMPLED_TESTS : SLOW_TESTS;
const files = values.all ? listed : listed.filter((_, at) => at % turns === turn);
const run = values.samples
  ? { name: "sampled-test-results", env: { TEST_ALL: "turns" } }
  : { name: "slow-test-results" };
process.exitCode = await runVitest(files, run);
