import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { AREAS, REQUIREMENTS } from "./openenv.ts";

const TESTS = join(packageRoot(), "test");

/** A name that begins with ids: `"[MCP-1] …"`, `"[MCP-1] [MCP-2] …"`. */
const CITATION = /["'`]((?:\[[A-Z][A-Z-]*-\d+\] )+)/g;
const NOT_RUN = /\b(?:test|it|describe)\.(?:skip|todo|only|fails)\b/;

interface Citing {
  readonly file: string;
  readonly source: string;
  readonly ids: readonly string[];
}

function citingFiles(): Citing[] {
  const files = readdirSync(TESTS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.ts"));
  return files
    .map((file) => {
      const source = readFileSync(join(TESTS, file), "utf8");
      const names = [...source.matchAll(CITATION)].map(([, ids = ""]) => ids);
      return { file, source, ids: names.flatMap((name) => name.match(/[A-Z][A-Z-]*-\d+/g) ?? []) };
    })
    .filter(({ file, ids }) => ids.length > 0 && !file.startsWith("requirements"));
}

describe("the requirements", () => {
  const cited = citingFiles();
  const known = Object.keys(REQUIREMENTS);

  test("are each cited by a test", () => {
    const proved = new Set(cited.flatMap(({ ids }) => ids));
    expect(known.filter((id) => !proved.has(id))).toEqual([]);
  });

  test("are all that tests cite", () => {
    const unknown = cited.flatMap(({ file, ids }) => ids.filter((id) => !known.includes(id)).map((id) => [file, id]));
    expect(unknown).toEqual([]);
  });

  test("are cited by files whose every test runs", () => {
    expect(cited.filter(({ source }) => NOT_RUN.test(source)).map(({ file }) => file)).toEqual([]);
  });

  test("have ids that no two of them share, and say in whole sentences what holds", () => {
    expect(known).toHaveLength(AREAS.flatMap((area) => Object.keys(area)).length);
    for (const [id, { says, differs }] of Object.entries(REQUIREMENTS)) {
      expect(id).toMatch(/^[A-Z][A-Z-]*-\d+$/);
      expect(says).toMatch(/\.$/);
      if (differs) expect(differs.because.length).toBeGreaterThan(10);
    }
  });
});
