/**
 * `npm run test:package`: what `npm pack` makes, installed by npm without a network and by pnpm and yarn, serving and
 * played by its own client in Node, Deno and Bun; and a clone that pnpm and yarn start. Needs a package index, for those tools.
 */
import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { exportCheckout } from "./lib/export.mjs";
import { npmCommand } from "./lib/install.mjs";
import { ROOT } from "./lib/paths.mjs";
import { slowStep } from "./lib/progress.mjs";
import { setUp } from "./lib/setup.mjs";
import { listeningPort } from "./package-lane/listening-port.mjs";
import { startClone } from "./package-lane/start-clone.mjs";

const LANE = join(ROOT, "scripts", "package-lane");
const TOOLS = ["pnpm@12.21.0", "yarn@1.22.22", "deno@2.9.6", "bun@1.4.5"];
/** What must be in the package, and what must not. */
const HOLDS = [
  "dist/cli/main.js",
  "dist/web/index.html",
  ".cache/packed/python-image/python.wasm.gz",
  ".cache/packed/programs.pack",
  ".cache/packed/catalogue.pack",
];
const LACKS = [
  /^src\//,
  /^test\//,
  /\.map$/,
  /^node_modules\/(?!(?:libsql|@libsql|@neon-rs|detect-libc|ws)\/)/,
  /^\.cache\/(?!packed\/)/,
];
/** npm writes the package four times where it only runs its command: what it holds is what a newcomer waits for. */
const MOST_FILES = 300;
const MOST_BYTES = 40 * 2 ** 20;
/** Nobody: may read the installed package and write nothing. */
const NOBODY = 65_534;

const TSC = join(ROOT, "node_modules", "typescript", "bin", "tsc");
const TSC_WORDS = ["--noEmit", "--strict", "--module", "nodenext", "--target", "esnext", "--types", ""];

const run = promisify(execFile);
const [npm, words] = npmCommand(process.env.npm_execpath);

let passed = 0;
let failed = 0;
/** Counts one check; whatever the work throws is why it failed. */
async function check(title, work) {
  const why = await work().then(
    (found) => (found === undefined ? null : String(found)),
    (error) => `${error.stderr || error.message}`.slice(-2000),
  );
  console.log(`${title}: ${why === null ? "ok" : "failed"}`);
  if (why !== null) console.log(why.replace(/^/gm, "    "));
  if (why === null) passed += 1;
  else failed += 1;
}

await setUp();
const scratch = mkdtempSync(join(tmpdir(), "tracefix-package-"));
chmodSync(scratch, 0o755);
try {
  const { stdout } = await slowStep("Packing", () =>
    run(npm, [...words, "pack", "--json", "--pack-destination", scratch], {
      cwd: ROOT,
      maxBuffer: 2 ** 26,
    }),
  );
  // What its scripts say comes first.
  const [{ filename, files, unpackedSize }] = JSON.parse(stdout.slice(stdout.search(/^\[/m)));
  const archive = join(scratch, filename);
  await check("The package holds what it needs, and no more", async () => contentsFault(files.map(({ path }) => path)));
  await check(`It has at most ${MOST_FILES} files and ${MOST_BYTES} bytes`, async () => {
    console.log(`    ${files.length} files, ${unpackedSize} bytes`);
    return files.length <= MOST_FILES && unpackedSize <= MOST_BYTES ? undefined : "it has more";
  });

  const tools = join(scratch, "tools");
  mkdirSync(tools);
  await slowStep("Installing pnpm, yarn, Deno and Bun", () =>
    run(npm, [...words, "install", "--prefix", tools, "--no-audit", "--no-fund", ...TOOLS]),
  );
  const tool = (name) => join(tools, "node_modules/.bin", name);

  const byNpm = home("by-npm");
  await check("npm installs it without a network", () =>
    run(
      npm,
      [...words, "install", "--offline", "--cache", join(scratch, "no-cache"), "--no-audit", "--no-fund", archive],
      {
        cwd: byNpm,
      },
    ).then(() => undefined),
  );
  await check("npx runs its command", async () => {
    const { stdout: version } = await run(npm, [...words, "exec", "--offline", "--", "tracefix", "--version"], {
      cwd: byNpm,
    });
    return /^\d+\.\d+\.\d+$/.test(version.trim()) ? undefined : version;
  });
  await check("npx alone serves by it, with nothing fetched before and without a network", () => servedByNpx(archive));
  await check("Its client's types hold with nothing else installed", () =>
    run(process.execPath, [TSC, ...TSC_WORDS, "consumer.ts"], { cwd: byNpm }).then(() => undefined),
  );
  await check("It serves a user who may write nothing, without a network", () =>
    served(byNpm, ["node"], { sealed: true }),
  );
  await check("Its client plays in Deno", () =>
    served(byNpm, [tool("deno"), "run", "-A", "--node-modules-dir=manual"]),
  );
  await check("Its client plays in Bun", () => served(byNpm, [tool("bun")]));

  const byPnpm = home("by-pnpm");
  await check("pnpm installs it", () => run(tool("pnpm"), ["add", archive], { cwd: byPnpm }).then(() => undefined));
  await check("It serves as pnpm installed it", () => served(byPnpm, ["node"]));
  const byYarn = home("by-yarn");
  await check("yarn installs it", () => run(tool("yarn"), ["add", archive], { cwd: byYarn }).then(() => undefined));
  await check("It serves as yarn installed it", () => served(byYarn, ["node"]));

  const clone = join(scratch, "clone");
  exportCheckout(clone);
  for (const name of ["pnpm", "yarn"]) await check(`${name} start serves a clone`, () => startClone(clone, tool(name)));
} catch (error) {
  await check("The lane runs to its end", () => Promise.reject(error));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A folder to install into. */
function home(name) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "name": "somebody", "private": true, "type": "module" }\n');
  for (const name of ["play.mjs", "consumer.ts"]) copyFileSync(join(LANE, name), join(folder, name));
  return folder;
}

function contentsFault(paths) {
  const missing = HOLDS.filter((wanted) => !paths.some((path) => path === wanted || path.startsWith(wanted)));
  const unwanted = paths.filter((path) => LACKS.some((pattern) => pattern.test(path)));
  return missing.length + unwanted.length === 0 ? undefined : `missing: ${missing}; unwanted: ${unwanted.slice(0, 5)}`;
}

/** What is wrong with what the installed package serves and its client plays, if anything. */
async function served(folder, player, { sealed = false } = {}) {
  const script = [join(LANE, "serve-and-play.mjs"), folder, ...player];
  const before = filesIn(folder);
  const [command, ...args] = sealed ? sealedCommand(script) : [process.execPath, ...script];
  const { stdout } = await run(command, args, { cwd: folder });
  const found = JSON.parse(stdout.trim().split("\n").at(-1));
  console.log(`    from the process's start to the first /health: ${found.listenedMs} ms`);
  const { listenedMs: _, ...told } = found;
  const wanted = {
    health: "healthy",
    page: 200,
    code: 0,
    endings: [true, false],
    told: ["observation", "observation"],
  };
  if (JSON.stringify(told) !== JSON.stringify(wanted)) return JSON.stringify(told);
  if (sealed && filesIn(folder) !== before) return "it wrote into the package";
}

/** What is wrong with the literal command of a newcomer, in a folder of nothing, if anything. */
async function servedByNpx(archive) {
  const folder = join(scratch, "by-npx");
  mkdirSync(folder);
  const began = performance.now();
  const cache = ["--cache", join(folder, "cache")];
  const command = ["exec", "--yes", "--offline", ...cache, "--package", archive, "--", "tracefix", "serve"];
  const server = spawn(npm, [...words, ...command, "--host", "127.0.0.1", "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const closed = once(server, "close");
  try {
    const port = await listeningPort(server);
    const { ok, status } = await fetch(`http://127.0.0.1:${port}/health`);
    console.log(`    from npx's start to the first /health: ${Math.round(performance.now() - began)} ms`);
    return ok ? undefined : `/health answered ${status}`;
  } finally {
    if (server.exitCode === null) process.kill(-server.pid, "SIGTERM");
    await closed;
  }
}

/** Without a network and, where we are root, as a user who may write nothing there. */
function sealedCommand(script) {
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? ["setpriv", `--reuid=${NOBODY}`, "--clear-groups"] : [];
  const sealed = ["unshare", ...(isRoot ? ["-n"] : ["-rn"]), "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
  const can = spawnSync(sealed[0], [...sealed.slice(1), "true"]).status === 0;
  if (!can) console.log("    not shown here: that it needs no network, for which unshare and ip are needed");
  return [...(can ? sealed : []), ...user, process.execPath, ...script];
}

function filesIn(folder) {
  return readdirSync(join(folder, "node_modules", "tracefix-rl"), { recursive: true }).length;
}
