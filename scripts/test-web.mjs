/** `npm run test:web`: the page at /web/ in a real Chromium, and each view once in a Firefox. Further words go to vitest. */
import { ensureChromium, ensureFirefox } from "./lib/browsers.mjs";
import { fail } from "./lib/progress.mjs";
import { setUp } from "./lib/setup.mjs";
import { runVitest } from "./lib/vitest.mjs";

await setUp();
const chromium = await ensureChromium().catch(({ message }) => fail(message));
const firefox = await ensureFirefox().catch(({ message }) => fail(message));
if (chromium === null) {
  console.log("Skipped: there is no Chromium here, and it could not be installed. Install it and try again:");
  console.log("  sudo apt-get install chromium        (or set CHROMIUM to the path of a browser that is there)");
} else {
  if (firefox === null) {
    console.log("Without Firefox: there is none here, and it could not be installed. To try the page in it, too:");
    console.log("  sudo apt-get install firefox-esr     (or set FIREFOX to the path of a browser that is there)");
  }
  const args = ["--config", "vitest.web.config.ts", ...process.argv.slice(2)];
  const env = { CHROMIUM: chromium, ...(firefox !== null && { FIREFOX: firefox }) };
  process.exitCode = await runVitest(args, { name: "web-test-results", env });
}
