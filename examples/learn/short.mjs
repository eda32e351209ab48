/** A short training from a cold start that fails where it taught nothing: five tasks, fifteen iterations, half a minute. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCommandWords, refuseWords } from "../../scripts/lib/command-words.mjs";
import { setUp } from "../../scripts/lib/setup.mjs";
import { meanOf } from "./advantages.mjs";

const TASKS = [
  "reverse_string_wrong_step",
  "sum_even_wrong_condition",
  "flatten_missing_recursion",
  "binary_search_off_by_one",
  "word_count_no_lower",
];
/** The seeds 1 to 20 returned at least 0.82 more in the last fifth than in the first. */
const MARGIN = 0.4;

const HELP = `Usage: node examples/learn/short.mjs [--seed N]

Trains for half a minute and prints what the first and the last fifth returned.

Example:
  node examples/learn/short.mjs --seed 3

Exit code 0: the return rose by ${MARGIN} at least; 1: it did not; 2: there is no such seed or flag.
`;
const COMMAND = "node examples/learn/short.mjs";
const { seed: given } = readCommandWords({
  options: { seed: { type: "string", default: "1" } },
  help: HELP,
  command: COMMAND,
});
const seed = Number(given);
if (!Number.isSafeInteger(seed) || seed < 0 || given.trim() === "")
  refuseWords(`Cannot train with the seed ${given}: it is no whole number`, COMMAND);
await setUp();
const { playRuns } = await import("./runs.mjs");
const folder = mkdtempSync(join(tmpdir(), "tracefix-learn-"));
try {
  const size = { seeds: 1, firstSeed: seed, iterations: 15, group: 16, maxSteps: 20 };
  const where = { tasks: TASKS.join(","), direct: true, out: join(folder, "learn.json") };
  const [run] = await playRuns({ profiles: ["potential"], methods: ["grpo"], ...size, ...where });
  const fifth = run.curve.length / 5;
  const returned = (points) => meanOf(points.map(({ meanReturn }) => meanReturn));
  const [first, last] = [returned(run.curve.slice(0, fifth)), returned(run.curve.slice(-fifth))];
  const rose = last - first >= MARGIN;
  console.log(JSON.stringify({ seed, first, last, margin: MARGIN, rose }));
  process.exitCode = rose ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
