import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot, packageVersion } from "../../src/ground/package-root.ts";

function read(path: string): string {
  return readFileSync(join(packageRoot(), path), "utf8");
}

describe("the Python face", () => {
  it("has the models that the protocol's schemas give; `node scripts/generate-models.mjs` writes them", () => {
    const script = join(packageRoot(), "scripts", "generate-models.mjs");
    expect(read("models.py")).toBe(execFileSync(process.execPath, [script, "--print"], { encoding: "utf8" }));
  });

  it("has the version of the package, in its manifest and in its lock file", () => {
    expect(read("pyproject.toml")).toContain(`\nname = "openenv-tracefix-rl"\nversion = "${packageVersion()}"\n`);
    expect(read("uv.lock")).toContain(`\nname = "openenv-tracefix-rl"\nversion = "${packageVersion()}"\n`);
  });

  it("locks packages of the public index alone", () => {
    const hosts = new Set([...read("uv.lock").matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host));
    expect([...hosts].sort()).toEqual(["files.pythonhosted.org", "pypi.org"]);
  });
});
