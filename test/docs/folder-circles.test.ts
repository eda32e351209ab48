/** Folders side by side depend on each other one way only, as the rooms that they are in do. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** The folders that the files of each folder import from. */
function importsByFolder(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const entry of readdirSync("src", { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
    const folder = entry.parentPath;
    const text = readFileSync(join(folder, entry.name), "utf8");
    const targets = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) =>
      dirname(normalize(join(folder, path))),
    );
    found.set(folder, new Set([...(found.get(folder) ?? []), ...targets]));
  }
  return found;
}

test("no two folders side by side import from each other", () => {
  const imports = importsByFolder();
  expect(imports.size).toBeGreaterThan(20);
  const circles = [...imports].flatMap(([folder, targets]) =>
    [...targets]
      .filter((other) => folder < other && dirname(folder) === dirname(other))
      .filter((other) => imports.get(other)?.has(folder))
      .map((other) => `${folder} and ${other}`),
  );
  expect(circles).toEqual([]);
});
