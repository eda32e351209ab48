/** A short training from a cold start that fails where it taught nothing: three tasks, ten iterations, a minute. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setUp } from "../../scripts/lib/setup.mjs";
import { meanOf } from "./advantages.mjs";

const TASKS = ["reverse_string_wrong_step", "sum_even_wrong_condition", "flatten_missing_recursion"];
/** Twenty seeds, 1 to 20, returned at least twice as much more in the last fifth than in the first. */
const MARGIN = 0.2;

const { values } = parseArgs({ options: { seed: { type: "string", default: "1" } } });
const seed = Number(values.seed);
await setUp();
const { playRuns } = await import("./runs.mjs");
const folder = mkdtempSync(join(tmpdir(), "tracefix-learn-"));
try {
  const size = { seeds: 1, firstSeed: seed, iterations: 10, group: 8, maxSteps: 20 };
  const where = { tasks: TASKS.join(","), direct: true, out: join(folder, "learn.json") };
  const [run] = await playRuns({ profiles: ["dense"], methods: ["grpo"], ...size, ...where });
  const fifth = run.curve.length / 5;
  const returned = (points) => meanOf(points.map(({ meanReturn }) => meanReturn));
  const [first, last] = [returned(run.curve.slice(0, fifth)), returned(run.curve.slice(-fifth))];
  const rose = last - first >= MARGIN;
  console.log(JSON.stringify({ seed, first, last, margin: MARGIN, rose }));
  process.exitCode = rose ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
