/** The lists of mutants fit the sources; `npm run mutants` puts them in. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

function mutants(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(packageRoot(), "scripts", "mutants.mjs"), ...args], { encoding: "utf8" });
}

describe("npm run mutants", () => {
  it("has at least forty mutants, each of which finds its place in the sources", () => {
    const { status, stdout, stderr } = mutants("--check");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(Number(/^(\d+) mutants find their places$/m.exec(stdout)?.[1])).toBeGreaterThanOrEqual(40);
  });

  it("lists those that are chosen, by their names or by their files", () => {
    const names = (word: string) => mutants("--list", "--only", word).stdout.split("\n").slice(0, -1);
    expect(names("half-a-line-kept")).toEqual([expect.stringContaining("src/evaluation/run/run-folder.ts")]);
    expect(names("src/environment/reward/").length).toBeGreaterThanOrEqual(5);
  });

  it.each([
    [["--only", "no_such"], "Cannot find a mutant by no_such"],
    [["--fly"], "--help says what there is"],
  ])("ends with 2 and says what to do for %j", (args, message) => {
    expect(mutants(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });

  it.skipIf(process.env.TEST_ALL === undefined)(
    "puts a fault in, sees it caught, and leaves the checkout as it was",
    () => {
      const file = join(packageRoot(), "src", "evaluation", "run", "run-folder.ts");
      const before = readFileSync(file, "utf8");
      expect(mutants("--only", "half-a-line-kept")).toMatchObject({
        status: 0,
        stdout: "1 of 1 caught (100.0 %)\n",
        stderr: expect.stringMatching(/\[1\/1\] .* caught half-a-line-kept by half a line/),
      });
      expect(readFileSync(file, "utf8")).toBe(before);
    },
  );

  it("shows examples", () => {
    expect(mutants("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("Examples:") });
  });
});
