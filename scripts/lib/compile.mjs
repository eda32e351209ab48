/** Compiles the sources into `dist/`, if they have changed since. */
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashFiles, listFiles, readJson, replaceFolder, writeJson } from "./files.mjs";
import { DIST, ROOT } from "./paths.mjs";
import { slowStep } from "./progress.mjs";
import { mustRun } from "./run.mjs";

const STAMP = "build.json";
const COPIED = /\.(py|sha256|html|css|svg)$/;

export async function ensureCompiled() {
  const sources = listFiles(join(ROOT, "src")).map((path) => `src/${path}`);
  const inputs = hashFiles(ROOT, [...sources, "tsconfig.json", "tsconfig.build.json", "package-lock.json"]);
  const built = readJson(join(DIST, STAMP));
  if (built?.inputs === inputs && outputsOf(DIST) === built.outputs) return;
  await slowStep("Compiling", async () => {
    const folder = `${DIST}.${process.pid}`;
    try {
      const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
      await mustRun(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", folder]);
      for (const path of sources.filter((source) => COPIED.test(source))) {
        const target = join(folder, path.slice("src/".length));
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(join(ROOT, path), target);
      }
      writeJson(join(folder, STAMP), { inputs, outputs: outputsOf(folder) });
      replaceFolder(folder, DIST);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function outputsOf(folder) {
  try {
    return hashFiles(
      folder,
      listFiles(folder).filter((path) => path !== STAMP),
    );
  } catch {
    return null;
  }
}
