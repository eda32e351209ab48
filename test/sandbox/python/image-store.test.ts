/** The sandbox's image as it is built, and as an installed package has it: compressed. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { IMAGE_FILES } from "../../../src/sandbox/python/image-format.ts";
import { imageFolder, loadImage } from "../../../src/sandbox/python/image-store.ts";

/** A folder with this machine's image, of which some files are compressed. */
async function compressedImage(files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tracefix-image-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of Object.values(IMAGE_FILES)) {
    const from = join(imageFolder(), name);
    if (!files.includes(name)) await copyFile(from, join(folder, name));
    else await writeFile(join(folder, `${name}.gz`), gzipSync(await readFile(from), { level: 1 }));
  }
  return folder;
}

const COMPRESSED = [IMAGE_FILES.memory, IMAGE_FILES.module];

test("a compressed image is the same image", async () => {
  const [built, packed] = await Promise.all([loadImage(), loadImage(await compressedImage(COMPRESSED))]);
  expect(packed.manifest).toEqual(built.manifest);
  expect(packed.extents).toEqual(built.extents);
  expect(Buffer.from(packed.memory).equals(Buffer.from(built.memory))).toBe(true);
  expect(packed.module).toBeInstanceOf(WebAssembly.Module);
});

test.each(COMPRESSED)("a compressed %s that is damaged or cut off is refused", async (name) => {
  const folder = await compressedImage(COMPRESSED);
  const whole = await readFile(join(folder, `${name}.gz`));
  const other = gzipSync(Buffer.from("another image's"));
  for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from("no archive"), other]) {
    await writeFile(join(folder, `${name}.gz`), bytes);
    await expect(loadImage(folder)).rejects.toMatchObject({ code: "IMAGE_UNUSABLE" });
  }
});

test("a file that is missing, compressed or not, is named", async () => {
  const folder = await compressedImage([IMAGE_FILES.memory]);
  await rm(join(folder, `${IMAGE_FILES.memory}.gz`));
  await expect(loadImage(folder)).rejects.toThrow(IMAGE_FILES.memory);
});
