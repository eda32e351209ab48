/** The list of slow tests, which the quick run leaves out. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const LIST = "scripts/lib/slow-tests.mjs";

async function listed(): Promise<{ readonly slow: readonly string[]; readonly sampled: readonly string[] }> {
  const { SLOW_TESTS, SAMPLED_TESTS } = await import(join(packageRoot(), LIST));
  return { slow: SLOW_TESTS, sampled: SAMPLED_TESTS };
}

it("names files that there are, each once", async () => {
  const { slow, sampled } = await listed();
  const files = [...slow, ...sampled];
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => !existsSync(join(packageRoot(), file)))).toEqual([]);
});

it("has what the gate runs in larger samples, and nothing else, apart from what takes turns", async () => {
  const { slow, sampled } = await listed();
  const isInLargerSamples = (file: string) =>
    file.startsWith("test/attacks/") || file === "test/tasks/catalogue.test.ts";
  expect([sampled.every(isInLargerSamples), slow.some(isInLargerSamples)]).toEqual([true, false]);
});

it.each<readonly string[]>([
  ["--turn", "6"],
  ["--turn", "x"],
  ["--turn", "-1"],
  ["--turn", "3", "--samples"],
])("there is no turn %s %s %s", (...words) => {
  const { status, stderr } = spawnSync(process.execPath, [join(packageRoot(), "scripts/test-slow.mjs"), ...words], {
    encoding: "utf8",
  });
  expect({ status, told: stderr.length > 0 }).toEqual({ status: 2, told: true });
});
