/** What others' formats take: the lines of docs/formats.md are those of the files that it names. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const PAGE = readFileSync(join(packageRoot(), "docs/formats.md"), "utf8");
const ROW = /^\| (?<format>[^|]+) \| (?<files>`[^|]+`) \| (?<lines>[\d,]+) \|$/gm;

/** Lines that are neither blank nor comment alone; a text that documents is a comment. */
function linesOf(path: string): number {
  const text = readFileSync(join(packageRoot(), path), "utf8");
  const code = path.endsWith(".py")
    ? text.replaceAll(/^ *"""[\s\S]*?"""$|^ *#.*$/gm, "")
    : text.replaceAll(/^ *\/\*\*[\s\S]*?\*\/$|^ *(?:\/\/|#).*$/gm, "");
  return code.split("\n").filter((line) => line.trim() !== "").length;
}

test("each format's lines are those that the page counts, and so is their sum", () => {
  const rows = [...PAGE.matchAll(ROW)].map(({ groups = {} }) => ({
    format: groups.format,
    lines: Number(groups.lines?.replace(",", "")),
    counted: [...(groups.files ?? "").matchAll(/`([^`]+)`/g)].reduce((sum, [, path = ""]) => sum + linesOf(path), 0),
  }));
  expect(rows.length).toBeGreaterThan(6);
  expect(rows.map(({ format, counted }) => [format, counted])).toEqual(
    rows.map(({ format, lines }) => [format, lines]),
  );
  const sum = rows.reduce((total, { counted }) => total + counted, 0);
  expect(PAGE).toContain(`**${sum.toLocaleString("en")} lines**`);
});
