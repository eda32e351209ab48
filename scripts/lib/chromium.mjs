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
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await slowStep("Installing Chromium", async () => {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await mustRun("apt-get", ["update", "-qq"], { env });
      await mustRun("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
    });
    return findChromium();
  }
  if (process.env.CI) throw new Error("There is no Chromium and this user may not install it; CI needs one");
  return null;
}

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}
