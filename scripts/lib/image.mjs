/** Builds the sandbox's memory image, if what it is made of has changed or it is damaged. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashFiles, listFiles, readJson, replaceFolder, writeJson } from "./files.mjs";
import { DIST, IMAGE, ROOT } from "./paths.mjs";
import { slowStep } from "./progress.mjs";
import { mustRun } from "./run.mjs";
import { inUnfinishedFolder } from "./unfinished.mjs";

const STAMP = "inputs.json";
/** Where an image is made before it takes its place; what a killed build left there is removed by the next. */
/** What an image is made by. */
const BUILDER = /^sandbox\/(wasm\/.*\.js|python\/(build|guest)\/.*\.(js|py)|python\/(constants|image-format)\.js)$/;
const EXPECTED = "sandbox/python/guest/image.sha256";

export function hasImage() {
  return readJson(join(IMAGE, STAMP))?.inputs === wantedInputs() && isUndamaged(IMAGE);
}

/** @param options.acceptHash write the new image's hash into the sources, after a change of the guest */
export async function ensureImage({ acceptHash = false } = {}) {
  if (!hasImage()) await slowStep("Building the sandbox image", () => build(wantedInputs()));
  if (acceptHash) writeFileSync(join(ROOT, "src", EXPECTED), `${imageHash()}\n`);
}

/** Says so when this machine's image is not the one that was tested. */
export function warnOfOtherImage() {
  const [actual, expected] = [imageHash(), readFileSync(join(DIST, EXPECTED), "utf8").trim()];
  if (actual === expected) return;
  process.stderr.write(
    "Warning: the sandbox image differs from the one that was tested, so runs may differ from other machines' " +
      `in their bytes (SHA-256 ${actual}, expected ${expected}). After a change of the guest: npm run build -- --accept-image\n`,
  );
}

function imageHash() {
  return readJson(join(IMAGE, "manifest.json")).memorySha256;
}

function wantedInputs() {
  const builder = listFiles(DIST).filter((path) => BUILDER.test(path));
  return `${hashFiles(DIST, builder)} ${readJson(join(ROOT, "node_modules/pyodide/package.json"))?.version}`;
}

function build(inputs) {
  return inUnfinishedFolder("image", async (folder) => {
    mkdirSync(folder);
    await mustRun(process.execPath, [join(DIST, "sandbox/python/build/build-image.js"), folder], {
      env: { TZ: "UTC" },
    });
    writeJson(join(folder, STAMP), { inputs });
    replaceFolder(folder, IMAGE);
  });
}

function isUndamaged(folder) {
  try {
    const manifest = readJson(join(folder, "manifest.json"));
    const hash = (name) =>
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex");
    return hash("memory.bin") === manifest.memorySha256 && hash("python.wasm") === manifest.moduleSha256;
  } catch {
    return false;
  }
}
