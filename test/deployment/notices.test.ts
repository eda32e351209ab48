import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

describe("THIRD_PARTY_NOTICES.md", () => {
  it("is what `npm run notices` makes of the installed packages", async () => {
    const script = join(packageRoot(), "scripts/notices.mjs");
    await expect(promisify(execFile)(process.execPath, [script, "--check"])).resolves.toMatchObject({ stderr: "" });
  });

  it("has the licences of the interpreter and of the server", () => {
    const notices = readFileSync(join(packageRoot(), "THIRD_PARTY_NOTICES.md"), "utf8");
    expect(notices).toMatch(/^## .*\bCPython [\d.]+ \(PSF-2\.0\)/m);
    expect(notices).toContain("PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2");
    expect(notices).toMatch(/^## .*\bpyodide [\d.]+ \(MPL-2\.0\)/m);
    expect(notices).toMatch(/\bfastify \d/);
  });
});
