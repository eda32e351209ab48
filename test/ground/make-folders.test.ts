/** Folders on the way to one that is wanted. */
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolders, makeFoldersNow } from "../../src/ground/make-folders.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "make-folders-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a folder is made with all above it, as often as it is asked for, by two at once as well", async () => {
  const path = join(folder, "a", "b", "c");
  await Promise.all([makeFolders(path), makeFolders(path)]);
  await makeFolders(path);
  expect((await stat(path)).isDirectory()).toBe(true);
  const other = join(folder, "d", "e");
  makeFoldersNow(other, 0o700);
  makeFoldersNow(other, 0o700);
  expect((await stat(other)).mode & 0o777).toBe(0o700);
});

test("where a file stands in the way, that is said", async () => {
  await writeFile(join(folder, "file"), "");
  await expect(makeFolders(join(folder, "file"))).rejects.toMatchObject({ code: "EEXIST" });
  await expect(makeFolders(join(folder, "file", "below"))).rejects.toMatchObject({ code: "ENOTDIR" });
});

test.runIf(process.platform === "linux")(
  "where the system makes none, as below /proc, that is said at once",
  async () => {
    await expect(makeFolders("/proc/none/below")).rejects.toMatchObject({ code: "ENOENT" });
    expect(() => makeFoldersNow("/proc/none/below")).toThrow("ENOENT");
  },
);
