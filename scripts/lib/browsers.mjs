/** Finds the browsers that the page is tried in, or installs Debian's where this user may. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackages } from "./debian-packages.mjs";

const CHROMIUM = {
  title: "Chromium",
  variable: "CHROMIUM",
  names: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
  debianPackage: "chromium",
};
const FIREFOX = {
  title: "Firefox",
  variable: "FIREFOX",
  names: ["firefox-esr", "firefox"],
  debianPackage: "firefox-esr",
};

/** As {@link ensureBrowser}. */
export const ensureChromium = () => ensureBrowser(CHROMIUM);

/** As {@link ensureBrowser}. */
export const ensureFirefox = () => ensureBrowser(FIREFOX);

/**
 * @returns the browser's path; null on a developer's machine that has none and where it cannot be installed
 * @throws Error in CI, where a lane that does not run must not look as if it had passed
 */
async function ensureBrowser(browser) {
  const found = findBrowser(browser);
  if (found !== null) return found;
  const { title, debianPackage } = browser;
  const problem = await installDebianPackages(title, [debianPackage]);
  const installed = findBrowser(browser);
  if (installed === null && process.env.CI) throw new Error(`CI needs a ${title}, and there is none: ${problem}`);
  return installed;
}

function findBrowser({ variable, names }) {
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${variable} names '${named}', which is not there; name a browser, or leave it out`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}
