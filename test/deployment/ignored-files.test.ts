import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const linesOf = (path: string) =>
  readFileSync(join(packageRoot(), path), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

/** What the Dockerfile, OpenEnv's tools and a Space read. */
const NEEDED = [
  "Dockerfile",
  "openenv.yaml",
  "README.md",
  "package.json",
  "package-lock.json",
  "src",
  "scripts",
  "programs",
  "catalogue",
];
/** What `git` ignores is made on each machine, and is never sent anywhere. */
const MADE = linesOf(".gitignore").filter((line) => /^[\w-]+\/$/.test(line));

describe.each([".dockerignore", "push-exclude.txt"])("%s", (file) => {
  const patterns = linesOf(file).map((line) => line.replace(/\/$/, ""));

  it("leaves out what each machine makes for itself", () => {
    for (const made of MADE) {
      const name = made.replace(/\/$/, "");
      expect(
        patterns.some((pattern) => [name, `**/${name}`].includes(pattern)),
        made,
      ).toBe(true);
    }
  });

  it("leaves in what the image and OpenEnv's tools are made of", () => {
    expect(NEEDED.filter((path) => patterns.includes(path))).toEqual([]);
  });
});

describe("push-exclude.txt", () => {
  it("negates nothing, which `openenv push` does not support", () => {
    expect(linesOf("push-exclude.txt").filter((line) => line.startsWith("!"))).toEqual([]);
  });
});
