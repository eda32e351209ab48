/** `npm run screenshots`: makes the pictures of the page in `docs/` again, on a server and in a browser of its own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startServer } from "../bench/lib/processes.mjs";
import { ensureChromium } from "./lib/browsers.mjs";
import { ROOT } from "./lib/paths.mjs";
import { hashPictureSources, PICTURES } from "./lib/picture-sources.mjs";
import { fail, slowStep } from "./lib/progress.mjs";
import { setUp } from "./lib/setup.mjs";
import { recordRuns } from "./screenshots/recorded-runs.mjs";
import { VIEWS } from "./screenshots/views.mjs";

const CONTEXT = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  colorScheme: "light",
  reducedMotion: "reduce",
  locale: "en-GB",
  timezoneId: "UTC",
};
const ADDRESS = "localhost:7860";
const NOW = new Date("2026-01-31T12:00:00.000Z");

await setUp();
const executablePath = await ensureChromium().catch(({ message }) => fail(message));
if (executablePath === null) fail("There is no Chromium here: install it, or set CHROMIUM to the path of one");

const folder = mkdtempSync(join(tmpdir(), "tracefix-pictures-"));
try {
  const runs = await slowStep("Playing what the pictures show", async () => recordRuns(folder));
  await slowStep("Taking the pictures", () => takeAll(runs));
} finally {
  rmSync(folder, { recursive: true });
}

async function takeAll(runs) {
  const server = await startServer({ RUNS_DIR: folder, WATCH: "full", DATA_DIR: join(folder, "data") });
  // The page shows its server's address, which is the usual one in the pictures whatever the port is.
  const args = ["--no-sandbox", `--host-resolver-rules=MAP ${ADDRESS} 127.0.0.1:${server.port}`];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const url = `http://${ADDRESS}/web/`;
    const pictures = [];
    for (const [name, goTo] of Object.entries(VIEWS)) {
      pictures.push(await take(browser, { name, show: (page) => goTo(page, { url, runs }) }));
    }
    writeFileSync(PICTURES, `${JSON.stringify({ sources: hashPictureSources(), pictures }, null, 2)}\n`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** @returns the picture's file name */
async function take(browser, { name, show }) {
  const context = await browser.newContext(CONTEXT);
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await show(page);
    await page.evaluate(() => document.fonts.ready);
    const file = `page-${name}.png`;
    await page.screenshot({ path: join(ROOT, "docs", file), animations: "disabled", caret: "hide" });
    return file;
  } finally {
    await context.close();
  }
}
