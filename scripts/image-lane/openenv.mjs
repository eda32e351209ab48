/** OpenEnv's own validator, in a Python environment that this lane makes and keeps. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustCapture } from "./commands.mjs";
import { FOLDER } from "./storage.mjs";

const VERSION = "0.10.0";
const HOME = join(FOLDER, `openenv-${VERSION}`);
const COMPLETE = join(HOME, "complete");

/** @returns the folder of its commands, `python` and `openenv` */
export async function ensureOpenEnv() {
  const bin = join(HOME, "bin");
  if (existsSync(COMPLETE)) return bin;
  rmSync(HOME, { recursive: true, force: true });
  await mustCapture("python3", ["-m", "venv", HOME]);
  await mustCapture(join(bin, "pip"), ["install", "--quiet", `openenv==${VERSION}`]);
  writeFileSync(COMPLETE, "");
  return bin;
}
