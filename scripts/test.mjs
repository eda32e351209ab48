/** `npm test`: sets up what is missing, then runs every test that needs Node alone. Further words go to vitest. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./lib/files.mjs";
import { CACHE, ROOT } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";

await setUp();
const results = join(CACHE, "test-results.json");
rmSync(results, { force: true });
const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
const code = await run(process.execPath, [vitest, "run", ...reporters, ...process.argv.slice(2)], { stdio: "inherit" });
const { numPassedTests = 0, numFailedTests = 0 } = readJson(results) ?? {};
// A run that broke outside any one test has still failed.
const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
