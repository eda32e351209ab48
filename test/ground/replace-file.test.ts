/** Files that take their place whole. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFile } from "../../src/ground/replace-file.ts";

test("two that write the same file at once both succeed, and leave one whole file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "replace-file-"));
  try {
    const texts = ["a".repeat(200_000), "b".repeat(200_000)];
    const path = join(folder, "file");
    await Promise.all(texts.map((text) => replaceFile(path, text)));
    expect(texts).toContain(await readFile(path, "utf8"));
    expect(await readdir(folder)).toEqual(["file"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
