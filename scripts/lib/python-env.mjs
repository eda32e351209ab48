/** Python environments for tests: each made once for its list of packages, outside of the checkout, and then kept. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { slowStep } from "./progress.mjs";
import { mustRun } from "./run.mjs";

const FOLDER = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "tracefix-rl", "python");
/** What uv fetched, shared by all environments: it links files from here instead of copying them. */
export const UV_CACHE = join(FOLDER, "uv-cache");
/** OpenEnv as it is now, and the official client of the Model Context Protocol. */
export const OPENENV = { name: "openenv-0.10", packages: ["openenv==0.10.0", "mcp==1.30.0"] };
const UV = "uv==0.13.9";
/** Packages published later are not seen, so that a list of packages means the same tomorrow. */
const EXCLUDE_NEWER = "2026-11-22T00:00:00Z";
const OLDEST = "3.11";
const PROBE = "import sys, venv, ensurepip; print(sys.executable, *sys.version_info[:3])";

/**
 * @param environment.name for people
 * @param environment.packages requirements, as pip writes them
 * @param environment.without packages that others ask for and nobody needs
 * @param environment.oldest the oldest Python that takes the packages; left out, as for all others
 * @returns the path of the environment's Python
 * @throws Error when there is no fitting Python, or the packages cannot be had
 */
export async function pythonEnvironment({ name, packages, without = [], oldest = OLDEST }) {
  const base = findPython(oldest);
  const overrides = without.map((unneeded) => `${unneeded} ; sys_platform == 'never'`);
  const inputs = [base.version, UV, EXCLUDE_NEWER, ...packages, ...overrides].join("\n");
  const hash = createHash("sha256").update(inputs).digest("hex").slice(0, 12);
  return make(`${name}-${hash}`, async (folder) => {
    const uv = await findUv();
    const list = (file, lines) => {
      const path = join(folder, file);
      writeFileSync(path, `${lines.join("\n")}\n`);
      return path;
    };
    await mustRun(base.path, ["-m", "venv", "--without-pip", folder]);
    await mustRun(
      uv,
      [
        ...["pip", "install", "--quiet", "--python", join(folder, "bin", "python"), "--exclude-newer", EXCLUDE_NEWER],
        ...["--requirements", list("requirements.txt", packages), "--overrides", list("overrides.txt", overrides)],
      ],
      { env: { UV_HTTP_TIMEOUT: "600", UV_CACHE_DIR: UV_CACHE } },
    );
  });
}

/** @returns the path of `uv`, installed on its own */
export async function findUv(base = findPython()) {
  const python = await make(`${UV.replace("==", "-")}-python-${base.version}`, async (folder) => {
    await mustRun(base.path, ["-m", "venv", folder]);
    const flags = ["--quiet", "--disable-pip-version-check"];
    await mustRun(join(folder, "bin", "python"), ["-m", "pip", "install", ...flags, UV]);
  });
  return python.replace(/python$/, "uv");
}

/** A folder that is there is whole: a virtual environment holds its own path, so it is made in place and marked last. */
async function make(name, fill) {
  const folder = join(FOLDER, name);
  const mark = join(folder, "whole");
  if (!existsSync(mark)) {
    await slowStep(`Making the Python environment ${name}`, async () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      await fill(folder);
      writeFileSync(`${mark}.new`, "");
      renameSync(`${mark}.new`, mark);
    });
  }
  return join(folder, "bin", "python");
}

/** Whether there is a Python that is no older. */
export function hasPython(oldest) {
  return lookForPython(oldest) !== null;
}

function findPython(oldest = OLDEST) {
  const found = lookForPython(oldest);
  if (found !== null) return found;
  throw new Error(`Cannot find Python ${oldest} or newer with its module venv: install it`);
}

/** What is called `python3` goes before; other versions may also lie where pyenv keeps them. */
function lookForPython(oldest) {
  const minors = [14, 13, 12, 11].map((minor) => `3.${minor}`);
  const kept = join(process.env.PYENV_ROOT || join(homedir(), ".pyenv"), "versions");
  const folders = existsSync(kept) ? readdirSync(kept).sort() : [];
  const named = ["python3", ...minors.map((version) => `python${version}`)];
  for (const name of [...named, ...folders.map((version) => join(kept, version, "bin", "python3"))]) {
    const { status, stdout } = spawnSync(name, ["-c", PROBE], { encoding: "utf8" });
    if (status !== 0) continue;
    const [path, ...version] = stdout.trim().split(" ");
    const [major, minor] = version.map(Number);
    if (major === 3 && minor >= Number(oldest.split(".")[1])) return { path, version: version.join(".") };
  }
  return null;
}
