/** `npm run fuzz`: the fuzzers of the test suite, run long, from a fresh seed that is printed. */

import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";

const HELP = `Usage: npm run fuzz -- [options]

  --factor <n>   how many times as long as among the tests (default 50)
  --seed <n>     begin from this seed, to repeat a run (default: a new one)

Examples:
  npm run fuzz
  npm run fuzz -- --factor 5 --seed 1234

Exit code 0: nothing was missed; 1: something was.
`;
const { values } = parseArgs({
  options: {
    factor: { type: "string", default: "50" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

await setUp();
console.log(`Fuzzing from seed ${values.seed}, ${values.factor} times as long as among the tests`);
const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
process.exitCode = await run(process.execPath, [vitest, "run", "test/sandbox/wasm", "--testTimeout", "0"], {
  stdio: "inherit",
  env: { FUZZ_FACTOR: values.factor, FUZZ_SEED: values.seed },
});
