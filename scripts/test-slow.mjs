/**
 * `npm run test:slow`: the test files that `npm test` leaves out because they take long, or with `--samples` those that it
 * tries in samples, larger ones here. Needs Node alone.
 */
import { readCommandWords, refuseWords } from "./lib/command-words.mjs";
import { setUp } from "./lib/setup.mjs";
import { SAMPLED_TESTS, SLOW_TESTS } from "./lib/slow-tests.mjs";
import { SLOW_TEST_TURNS as TURNS, turnOfToday } from "./lib/turns.mjs";
import { runVitest } from "./lib/vitest.mjs";

const HELP = `Usage: npm run test:slow -- [--samples] [--all | --turn 0..5]

Runs the slow test files: a sixth of them, the next sixth on the next day, so that each runs every sixth day.

Options:
  --samples   those that are tried in samples, with larger ones
  --all       all of them
  --turn N    this sixth, whatever the day

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
    turn: { type: "string", default: String(turnOfToday(TURNS)) },
  },
  help: HELP,
  command: COMMAND,
});
const turn = Number(values.turn);
if (!(Number.isInteger(turn) && turn >= 0 && turn < TURNS)) {
  refuseWords(`Cannot run turn ${values.turn}: there are 0 to ${TURNS - 1}`, COMMAND);
}

await setUp();
const listed = values.samples ? SAMPLED_TESTS : SLOW_TESTS;
const files = values.all ? listed : listed.filter((_, at) => at % TURNS === turn);
const run = values.samples
  ? { name: "sampled-test-results", env: { TEST_ALL: "turns" } }
  : { name: "slow-test-results" };
process.exitCode = await runVitest(files, run);
