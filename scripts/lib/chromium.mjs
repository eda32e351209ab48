/** Finds a Chromium, or installs Debian's where this user may. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { slowStep } from "./progress.mjs";
import { mustRun } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * @returns the browser's path; null on a developer's machine that has none and where it cannot be installed
 * @throws Error in CI, where a lane that does not run must not look as if it had passed
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  const problem = await install().catch((error) => error.message);
  const installed = findChromium();
  if (installed === null && process.env.CI) throw new Error(`CI needs a Chromium, and there is none: ${problem}`);
  return installed;
}

/** @returns why there may be none all the same */
async function install() {
  if (!existsSync("/usr/bin/apt-get")) return "only Debian's package is installed by itself";
  const isRoot = process.getuid?.() === 0;
  // A developer is not asked for a password, nor is a machine changed behind their back.
  if (!isRoot && !process.env.CI) return "this user may not install it";
  const apt = (...words) => {
    const command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...words];
    return isRoot ? mustRun(command[0], command.slice(1)) : mustRun("sudo", ["-n", ...command]);
  };
  await slowStep("Installing Chromium", async () => {
    await apt("update");
    await apt("install", "--yes", "--no-install-recommends", "chromium");
  });
  return "its package left no browser";
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
