import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { endedProcess } from "../support/ended-process.ts";

const COPIED = ["src", "web", "scripts", "dist", ".cache/python-image", "test/support", "package.json"];
const CONFIGURATION = ["package-lock.json", "tsconfig.json", "tsconfig.build.json", "vitest.config.ts"];

function copyCheckout(): string {
  const checkout = mkdtempSync(join(tmpdir(), "tracefix-fresh-"));
  onTestFinished(() => rmSync(checkout, { recursive: true, force: true }));
  for (const name of [...COPIED, ...CONFIGURATION]) {
    cpSync(join(packageRoot(), name), join(checkout, name), { recursive: true });
  }
  symlinkSync(join(packageRoot(), "node_modules"), join(checkout, "node_modules"));
  writeFileSync(
    join(checkout, "test", "one.test.ts"),
    'import { expect, it } from "vitest";\nit("holds", () => expect(1).toBe(1));\n',
  );
  return checkout;
}

async function runVitest(cwd: string) {
  const child = spawn(process.execPath, [join("node_modules", "vitest", "vitest.mjs"), "run", "test/one.test.ts"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  return endedProcess(child);
}

it("vitest by itself runs tests beside a build of these very sources, and beside no older one", async () => {
  const checkout = copyCheckout();
  expect(await runVitest(checkout)).toMatchObject({ code: 0, output: expect.stringContaining("1 passed") });
  appendFileSync(join(checkout, "src", "ground", "waits.ts"), "export const later = 1;\n");
  const { code, output } = await runVitest(checkout);
  expect(code).toBe(1);
  expect(output).toContain("dist/ is older than src/");
  expect(output).toContain("npm run build");
  expect(output).not.toContain("1 passed");
});
