/** Compiles the sources into `dist/`, if they have changed since. */
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundleCommand } from "./bundle.mjs";
import { gatherClientTypes } from "./client-types.mjs";
import { hashFiles, listFiles, readJson, replaceFolder, writeJson } from "./files.mjs";
import { DIST, ROOT } from "./paths.mjs";
import { slowStep } from "./progress.mjs";
import { mustRun } from "./run.mjs";
import { inUnfinishedFolder } from "./unfinished.mjs";

const STAMP = "build.json";
/** The page lies there too, and is a step of its own: `page.mjs`. */
export const PAGE_OUTPUTS = ["web", "web-build.json"];
const COPIED = /\.(py|sha256|html|css|svg)$/;

export function isCompiled() {
  const built = readJson(join(DIST, STAMP));
  return built?.inputs === inputsOf(listSources()) && outputsOf(DIST) === built.outputs;
}

export async function ensureCompiled() {
  if (isCompiled()) return;
  await slowStep("Compiling", () => inUnfinishedFolder("dist", compile));
}

async function compile(folder) {
  const sources = listSources();
  const inputs = inputsOf(sources);
  const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  await mustRun(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", folder]);
  gatherClientTypes(folder);
  await bundleCommand(folder);
  for (const path of sources.filter((source) => COPIED.test(source))) {
    const target = join(folder, path.slice("src/".length));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(ROOT, path), target);
  }
  writeJson(join(folder, STAMP), { inputs, outputs: outputsOf(folder) });
  for (const name of PAGE_OUTPUTS) {
    if (existsSync(join(DIST, name))) renameSync(join(DIST, name), join(folder, name));
  }
  replaceFolder(folder, DIST);
}

function listSources() {
  return listFiles(join(ROOT, "src")).map((path) => `src/${path}`);
}

function inputsOf(sources) {
  return hashFiles(ROOT, [
    ...sources,
    "scripts/lib/bundle.mjs",
    "scripts/lib/client-types.mjs",
    "tsconfig.json",
    "tsconfig.build.json",
    "package-lock.json",
  ]);
}

function outputsOf(folder) {
  try {
    return hashFiles(
      folder,
      listFiles(folder).filter((path) => path !== STAMP && !PAGE_OUTPUTS.includes(path.split("/")[0])),
    );
  } catch {
    return null;
  }
}
