/** Finds a Chromium, or installs Debian's where this user may. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackages } from "./debian-packages.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * @returns the browser's path; null on a developer's machine that has none and where it cannot be installed
 * @throws Error in CI, where a lane that does not run must not look as if it had passed
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  const problem = await installDebianPackages("Chromium", ["chromium"]);
  const installed = findChromium();
  if (installed === null && process.env.CI) throw new Error(`CI needs a Chromium, and there is none: ${problem}`);
  return installed;
}

function findChromium() {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) {
    if (existsSync(CHROMIUM)) return CHROMIUM;
    throw new Error(`CHROMIUM names '${CHROMIUM}', which is not there; name a browser, or leave it out`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}
