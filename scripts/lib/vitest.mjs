/** Runs vitest and closes with what failed and a line `N passed, N failed`. */
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { readJson } from "./files.mjs";
import { CACHE, ROOT } from "./paths.mjs";
import { run } from "./run.mjs";

/**
 * @param args further words for vitest
 * @param options.name of the file of results in the cache
 * @param options.env added to the tests' environment
 * @param options.reporter what is shown while they run
 * @returns the exit code: 1 when a test failed, none passed, or the run broke outside any one test
 */
export async function runVitest(args, { name, env = {}, reporter = "default" }) {
  const results = join(CACHE, `${name}.json`);
  rmSync(results, { force: true });
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const reporters = [`--reporter=${reporter}`, "--reporter=json", `--outputFile.json=${results}`];
  const code = await run(process.execPath, [vitest, "run", ...reporters, ...args], { stdio: "inherit", env });
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readJson(results) ?? {};
  for (const failure of testResults.flatMap(failuresOf)) console.log(`FAIL ${failure}`);
  // A run that broke outside any one test has still failed.
  const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  if (failed !== numFailedTests) console.log(`FAIL vitest ended with ${code}, though no test failed`);
  console.log(`${numPassedTests} passed, ${failed} failed`);
  return failed > 0 || numPassedTests === 0 ? 1 : 0;
}

/** Each failed test of a file by name and first line of its message, and the file itself when it broke outside of them. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(ROOT, name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0) return status === "failed" ? [`${file}: ${firstLine(message)}`] : [];
  return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`);
}

function firstLine(text = "") {
  const line = text.split("\n", 1)[0].slice(0, 500);
  // The message of a time-out is in vitest's own output only.
  return line.includes("STACK_TRACE_ERROR") ? "it timed out" : line;
}
