/** `npm run test:web`: the page at /web/ in a real Chromium. Further words go to vitest. */
import { ensureChromium } from "./lib/chromium.mjs";
import { fail } from "./lib/progress.mjs";
import { setUp } from "./lib/setup.mjs";
import { runVitest } from "./lib/vitest.mjs";

await setUp();
const chromium = await ensureChromium().catch(({ message }) => fail(message));
if (chromium === null) {
  console.log("Skipped: there is no Chromium here, and it could not be installed. Install it and try again:");
  console.log("  sudo apt-get install chromium        (or set CHROMIUM to the path of a browser that is there)");
} else {
  const args = ["--config", "vitest.web.config.ts", ...process.argv.slice(2)];
  process.exitCode = await runVitest(args, { name: "web-test-results", env: { CHROMIUM: chromium } });
}
