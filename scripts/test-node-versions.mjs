/**
 * Proves that the other supported versions of Node give the same: installs each from npm, builds the sandbox image with
 * it, and runs tests with one of them, on the next day with the next: those about what the engine decides, and of the others a
 * share, another one each day, so that within two weeks every test runs with each. `--all` runs every test with each. Needs
 * the npm registry.
 * Usage: node scripts/test-node-versions.mjs [--all] [major ...]
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { readJson } from "./lib/files.mjs";
import { CACHE, DIST, ROOT } from "./lib/paths.mjs";
import { slowStep } from "./lib/progress.mjs";
import { mustRun } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";
import { turnOfToday } from "./lib/turns.mjs";

const words = process.argv.slice(2);
const all = words.includes("--all");
const named = words.filter((word) => word !== "--all");
/** Test files about what the engine decides. */
const ENGINE = ["test/sandbox/", "test/environment/python-episode.test.ts"];
const majors = named.length > 0 ? named : ["22", "24"];
/** Days in which each of the other tests has its turn; odd, so that its next turn is with the other version. */
const TURNS = 7;

await setUp();
const expected = readFileSync(join(DIST, "sandbox/python/guest/image.sha256"), "utf8").trim();
let passed = 0;
let failed = 0;
const count = (title, holds) => {
  console.log(`${title}: ${holds ? "ok" : "failed"}`);
  if (holds) passed += 1;
  else failed += 1;
};

for (const [index, major] of majors.entries()) {
  const node = await install(major);
  count(`Node ${major} builds the image to the same bytes`, (await imageBuiltBy(node)) === expected);
  if (!all && index !== turnOfToday(majors.length)) continue;
  const tests = await testsUnder(node, all ? ["test/"] : shareOfToday());
  count(`Node ${major} passes ${all ? "every test" : "its share of the tests"} (${tests.line})`, tests.code === 0);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The engine's test files and every so-manieth of the others: which, goes by the day. */
function shareOfToday() {
  const files = readdirSync(join(ROOT, "test"), { recursive: true })
    .map((name) => `test/${name}`)
    .filter((name) => name.endsWith(".test.ts"))
    .sort();
  const engine = files.filter((name) => ENGINE.some((start) => name.startsWith(start)));
  const others = files.filter((name) => !engine.includes(name));
  return [...engine, ...others.filter((_, at) => at % TURNS === turnOfToday(TURNS))];
}

async function install(major) {
  const folder = join(CACHE, `node-${major}`);
  // The package that the npm package `node` brings in for this machine: a binary and no install script.
  const name = `node-${process.platform}-${process.arch}`;
  const binary = join(folder, "node_modules", name, "bin", "node");
  if (existsSync(binary)) return binary;
  await slowStep(`Installing Node ${major}`, async () => {
    mkdirSync(folder, { recursive: true });
    const flags = ["--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
    await mustRun("npm", ["install", ...flags, `${name}@${major}`]);
  });
  return binary;
}

async function imageBuiltBy(node) {
  const folder = join(CACHE, `image-by-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    await mustRun(node, [join(DIST, "sandbox/python/build/build-image.js"), folder]);
    return readJson(join(folder, "manifest.json")).memorySha256;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function testsUnder(node, files) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
    const child = spawn(node, [join(ROOT, "scripts", "test.mjs"), "--silent=true", ...files], {
      cwd: ROOT,
      env,
      stdio: ["ignore", "pipe", 2],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      // The inner closing line must not be taken for this lane's own.
      process.stdout.write(String(chunk).replace(/^(\d+ passed, \d+ failed)$/gm, `Node: $1`));
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code, line: output.trim().split("\n").at(-1) }));
  });
}
