/** Installs what the lock file says, if it is not there whole. */
import { existsSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { hashFiles, readJson, writeJson } from "./files.mjs";
import { CACHE, ROOT } from "./paths.mjs";
import { slowStep } from "./progress.mjs";
import { mustRun } from "./run.mjs";

const STAMP = join(CACHE, "installed.json");

export function isInstalled() {
  const installed = readJson(STAMP);
  const wanted = wantedStamp();
  return installed?.lock === wanted.lock && installed.platform === wanted.platform && isWhole();
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  rmSync(STAMP, { force: true });
  await slowStep("Installing packages", async () => {
    const [command, first] = npmCommand(process.env.npm_execpath);
    await mustRun(command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  });
  if (!isWhole()) throw new Error("Cannot install the packages: `npm ci` ended well but left some out; try again");
  writeJson(STAMP, wantedStamp());
}

/** How to run npm: through npm itself where npm started us, so that it is the same one; pnpm and yarn set that name too. */
export function npmCommand(execPath) {
  return /^npm(-cli)?\.[cm]?js$/.test(basename(execPath ?? "")) ? [process.execPath, [execPath]] : ["npm", []];
}

function wantedStamp() {
  return { lock: hashFiles(ROOT, ["package-lock.json"]), platform: `${process.platform}-${process.arch}` };
}

/** Every package of the lock file that this machine needs has its manifest, with the right version. */
function isWhole() {
  const lock = readJson(join(ROOT, "package-lock.json"));
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (path === "" || entry.optional || entry.devOptional || entry.link) return true;
    const manifest = join(ROOT, path, "package.json");
    return existsSync(manifest) && readJson(manifest)?.version === entry.version;
  });
}
