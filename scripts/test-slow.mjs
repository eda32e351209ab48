/** `npm run test:slow`: the test files that `npm test` leaves out because they take long. Needs Node alone. */
import { readCommandWords, refuseWords } from "./lib/command-words.mjs";
import { setUp } from "./lib/setup.mjs";
import { SLOW_TESTS } from "./lib/slow-tests.mjs";
import { turnOfToday } from "./lib/turns.mjs";
import { runVitest } from "./lib/vitest.mjs";

const HELP = `Usage: npm run test:slow -- [--all | --turn 0..2]

Runs the slow test files: a third of them, the next third on the next day, so that each runs every third day.

Options:
  --all       all of them
  --turn N    this third, whatever the day

Examples:
  npm run test:slow
  npm run test:slow -- --all

Exit code 0: all passed; 1: some failed; 2: there is no such turn.
`;
const TURNS = 3;

const COMMAND = "npm run test:slow --";
const values = readCommandWords({
  options: {
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
const files = values.all ? SLOW_TESTS : SLOW_TESTS.filter((_, at) => at % TURNS === turn);
process.exitCode = await runVitest(files, { name: "slow-test-results" });
