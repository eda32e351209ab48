import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { endedProcess } from "../support/ended-process.ts";
import { startServer } from "../support/server-process.ts";

const DOCUMENT = readFileSync(join(packageRoot(), "docs/client.md"), "utf8");
const [, EXAMPLE = ""] = /<!-- example -->\n```ts\n([\s\S]*?)```/.exec(DOCUMENT) ?? [];

async function run(args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const { code, output } = await endedProcess(child);
  expect(code, output).toBe(0);
  return output;
}

it("the example of docs/client.md compiles against the package's types, and plays", async () => {
  await using server = await startServer({ WORKERS: "1" });
  // Within the package, so that it finds itself by its name, as a program that depends on it does.
  const folder = mkdtempSync(join(packageRoot(), ".cache", "example-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const source = EXAMPLE.replace("localhost:7860", `127.0.0.1:${server.port}`);
  writeFileSync(join(folder, "example.mts"), source);
  const tsc = join(packageRoot(), "node_modules", "typescript", "bin", "tsc");
  const options = [
    "--strict",
    "--target",
    "es2022",
    "--module",
    "nodenext",
    "--skipLibCheck",
    "--ignoreConfig",
    "--types",
    "node",
  ];
  await run([tsc, ...options, "--lib", "es2024,esnext.disposable", "example.mts"], folder);
  const output = await run(["example.mjs"], folder);
  expect(output).toContain("def binary_search(items, target):");
  expect(output).toContain("reward 0.98, done true, 4 steps");
});
