/** Each command that README.md shows knows the flags that it is shown with. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const ROOT = packageRoot();
const README = readFileSync(join(ROOT, "README.md"), "utf8");

const fences = [...README.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
const commands = fences
  .filter((text) => !text.includes("<<'END'"))
  .flatMap((text) => text.split("\n"))
  .map((line) => line.replace(/\s+#.*$/, "").trim())
  .filter((line) => line !== "");
const flagsOf = (command: string) => command.match(/(?<= )--[a-z-]+/g) ?? [];

test("there are some", () => {
  expect(commands.length).toBeGreaterThan(8);
});

test.each(commands.filter((command) => /\bnpx tracefix /.test(command)))("%s", (command) => {
  const [, verb = ""] = /npx tracefix (\w+)/.exec(command) ?? [];
  const help = execFileSync(process.execPath, [join(ROOT, "dist/cli/main.js"), verb, "--help"], { encoding: "utf8" });
  expect(flagsOf(command).filter((flag) => !help.includes(flag))).toEqual([]);
});

test.each(commands.filter((command) => /^python .*\.py\b/.test(command)))("%s", (command) => {
  const [, script = ""] = /^python (\S+\.py)/.exec(command) ?? [];
  expect(existsSync(join(ROOT, script))).toBe(true);
  const source = readFileSync(join(ROOT, script), "utf8");
  expect(flagsOf(command).filter((flag) => !source.includes(`"${flag}"`))).toEqual([]);
});

test.each(commands.filter((command) => /^npm /.test(command)))("%s", (command) => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(Object.keys(scripts)).toContain(/^npm (?:run )?([\w:]+)/.exec(command)?.[1]);
});
