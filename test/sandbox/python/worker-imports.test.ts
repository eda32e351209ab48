/** What a worker loads counts once for each of them, in memory and in the time that it takes to start. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../src/ground/package-root.ts";

const WORKER = join(packageRoot(), "src/sandbox/python/worker.ts");

/** Everything outside the package that a module loads, itself or through others; types are not loaded. */
function loadedBy(start: string): Set<string> {
  const [outside, seen, open] = [new Set<string>(), new Set<string>(), [start]];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const statements = readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type\b)[^;]*?from "([^"]+)";/gm);
    for (const [, name = ""] of statements) {
      if (name.startsWith(".")) open.push(join(dirname(file), name));
      else outside.add(name);
    }
  }
  return outside;
}

test("a worker loads nothing but its own modules and Node's", () => {
  expect([...loadedBy(WORKER)].filter((name) => !name.startsWith("node:"))).toEqual([]);
});

test("other modules are seen to load libraries", () => {
  expect(loadedBy(join(packageRoot(), "src/sandbox/python/image-store.ts"))).toContain("zod");
});
