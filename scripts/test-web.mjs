/** `npm run test:web`: the page at /web/ in a real Chromium. Further words go to vitest. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./lib/chromium.mjs";
import { readJson } from "./lib/files.mjs";
import { CACHE, ROOT } from "./lib/paths.mjs";
import { fail } from "./lib/progress.mjs";
import { run } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";

await setUp();
const chromium = await ensureChromium().catch(({ message }) => fail(message));
if (chromium === null) {
  console.log("Skipped: there is no Chromium here, and it could not be installed. Install it and try again:");
  console.log("  sudo apt-get install chromium        (or set CHROMIUM to the path of a browser that is there)");
} else {
  const results = join(CACHE, "web-test-results.json");
  rmSync(results, { force: true });
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const args = [vitest, "run", "--config", "vitest.web.config.ts", ...reporters, ...process.argv.slice(2)];
  const code = await run(process.execPath, args, { stdio: "inherit", env: { CHROMIUM: chromium } });
  const { numPassedTests = 0, numFailedTests = 0 } = readJson(results) ?? {};
  const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  console.log(`${numPassedTests} passed, ${failed} failed`);
  process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
}
