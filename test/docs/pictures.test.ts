/** The pictures of the page: as old as the page, all there, and all shown somewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashPictureSources, PICTURES } from "../../scripts/lib/picture-sources.mjs";
import { packageRoot } from "../../src/ground/package-root.ts";

const ROOT = packageRoot();
const { sources, pictures }: { sources: string; pictures: string[] } = JSON.parse(readFileSync(PICTURES, "utf8"));

test("they were made from the page as it is", () => {
  expect(sources, "the pictures in docs/ are older than the page: run `npm run screenshots`").toBe(
    hashPictureSources(),
  );
});

test("those that are listed are there, and no others of the page", () => {
  expect(pictures.filter((picture) => !existsSync(join(ROOT, "docs", picture)))).toEqual([]);
  const there = readdirSync(join(ROOT, "docs")).filter((name) => /^page-.*\.png$/.test(name));
  expect(there.sort()).toEqual([...pictures].sort());
});

test("each stands on a page that is read", () => {
  const text = ["README.md", "docs/web.md"].map((page) => readFileSync(join(ROOT, page), "utf8")).join("\n");
  expect(pictures.filter((picture) => !text.includes(picture))).toEqual([]);
});
