/** Compiles the attacks of the tests into the cache, if they have changed since, so that plain Node runs them. */
import { join } from "node:path";
import { hashFiles, listFiles, readJson, replaceFolder, writeJson } from "./files.mjs";
import { withLock } from "./lock.mjs";
import { CACHE, ROOT } from "./paths.mjs";
import { slowStep } from "./progress.mjs";
import { mustRun } from "./run.mjs";
import { inUnfinishedFolder } from "./unfinished.mjs";

const STAMP = "build.json";
const COMPILED = join(CACHE, "redteam");

/** @returns the command, compiled */
export async function ensureRedteam() {
  const inputs = inputsOf();
  const isCompiled = () => readJson(join(COMPILED, STAMP))?.inputs === inputs;
  if (!isCompiled()) await withLock(async () => isCompiled() || (await compile(inputs)));
  return join(COMPILED, "test", "attacks", "redteam", "main.js");
}

async function compile(inputs) {
  await slowStep("Compiling the attacks", () =>
    inUnfinishedFolder("redteam", async (folder) => {
      const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
      await mustRun(process.execPath, [compiler, "-p", "tsconfig.redteam.json", "--outDir", folder]);
      writeJson(join(folder, STAMP), { inputs });
      replaceFolder(folder, COMPILED);
    }),
  );
}

function inputsOf() {
  const folders = ["test/attacks", "test/support", "src/ground", "src/protocol"];
  const sources = folders.flatMap((folder) => listFiles(join(ROOT, folder)).map((path) => `${folder}/${path}`));
  return hashFiles(ROOT, [...sources, "tsconfig.json", "tsconfig.redteam.json", "package-lock.json"]);
}
