import { spawn } from "node:child_process";
import { on, once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

let checkout: string;
beforeAll(async () => {
  checkout = mkdtempSync(join(tmpdir(), "tracefix-setup-"));
  const names = [
    "src",
    "scripts",
    "dist",
    // Not all of it: other Nodes and their like lie there too.
    ".cache/installed.json",
    ".cache/python-image",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "tsconfig.build.json",
  ];
  for (const name of names) cpSync(join(packageRoot(), name), join(checkout, name), { recursive: true });
  rmSync(join(checkout, ".cache", "setup.lock"), { recursive: true, force: true });
  symlinkSync(join(packageRoot(), "node_modules"), join(checkout, "node_modules"));
  await setUp();
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly log: string;
}

async function setUp(env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(checkout, "scripts", "build.mjs")], {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  await once(child, "close");
  return { code: child.exitCode, log };
}

describe("the set-up of a checkout", () => {
  it("does nothing and says nothing when nothing is missing", async () => {
    expect(await setUp()).toEqual({ code: 0, log: "" });
  });

  it("compiles again what lost a file", async () => {
    rmSync(join(checkout, "dist", "cli", "main.js"));
    const { code, log } = await setUp();
    expect(code).toBe(0);
    expect(log).toContain("Compiling");
    expect(existsSync(join(checkout, "dist", "cli", "main.js"))).toBe(true);
  });

  it("builds an image again that was cut off, to the same bytes", async () => {
    const image = join(checkout, ".cache", "python-image");
    truncateSync(join(image, "memory.bin"), 1000);
    const { code, log } = await setUp();
    expect(code).toBe(0);
    expect(log).toContain("Building the sandbox image");
    expect(log).not.toContain("Warning");
    const same = (name: string): boolean =>
      readFileSync(join(image, name)).equals(readFileSync(join(packageRoot(), ".cache", "python-image", name)));
    expect([same("memory.bin"), same("python.wasm")]).toEqual([true, true]);
  });

  it("takes over the lock of a set-up that was killed", async () => {
    const lock = join(checkout, ".cache", "setup.lock");
    mkdirSync(lock);
    const long = new Date(Date.now() - 60_000);
    utimesSync(lock, long, long);
    rmSync(join(checkout, "dist", "build.json"));
    const { code, log } = await setUp();
    expect(code).toBe(0);
    expect(log).toContain("Compiling: done");
    expect(existsSync(lock)).toBe(false);
  });

  it("leaves nothing behind of a build that was killed half-way", async () => {
    rmSync(join(checkout, "dist", "build.json"));
    const leftBehind = () => readdirSync(join(checkout, ".cache")).filter((name) => name.startsWith("unfinished-dist"));
    const killed = spawn(process.execPath, [join(checkout, "scripts", "build.mjs")], { stdio: "ignore" });
    const appeared = watch(join(checkout, ".cache"));
    for await (const [_, name] of on(appeared, "change")) if (String(name).startsWith("unfinished-dist")) break;
    appeared.close();
    killed.kill("SIGKILL");
    await once(killed, "exit");
    // Its compiler may go on by itself for a while, and harms nobody.
    expect(await setUp()).toMatchObject({ code: 0 });
    expect(await setUp()).toEqual({ code: 0, log: "" });
    await vi.waitFor(
      async () => {
        rmSync(join(checkout, "dist", "build.json"));
        expect(await setUp()).toMatchObject({ code: 0 });
        expect(leftBehind()).toEqual([]);
      },
      { timeout: 120_000, interval: 0 },
    );
  });

  it("asks for nothing to be writable when nothing is missing", async () => {
    const before = readdirSync(join(checkout, ".cache")).sort();
    const { code, log } = await setUp({ TRACEFIX_TEST_READ_ONLY: "1" });
    expect({ code, log }).toEqual({ code: 0, log: "" });
    expect(readdirSync(join(checkout, ".cache")).sort()).toEqual(before);
  });

  it("lets only one of two set-ups at once do the work", async () => {
    rmSync(join(checkout, "dist", "build.json"));
    const both = await Promise.all([setUp(), setUp()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ log }) => log.includes("Compiling …")).length).toBe(1);
  });

  it("installs when no install has been finished, and keeps nothing of one that fails", async () => {
    const stamp = join(checkout, ".cache", "installed.json");
    rmSync(stamp);
    const npm = join(checkout, "npm.mjs");
    writeFileSync(npm, "process.exit(7)");
    const failed = await setUp({ npm_execpath: npm });
    expect(failed).toMatchObject({ code: 1, log: expect.stringContaining("run the same command again") });
    expect(existsSync(stamp)).toBe(false);
    writeFileSync(npm, "process.stderr.write(process.argv.slice(2).join(' '))");
    const mended = await setUp({ npm_execpath: npm });
    expect(mended).toMatchObject({ code: 0, log: expect.stringContaining("ci --include=dev") });
    expect(existsSync(stamp)).toBe(true);
  });
});
