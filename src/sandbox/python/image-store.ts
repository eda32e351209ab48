/** Where built images are kept, and how one is checked before it is used. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { ownOrPacked } from "../../ground/package-root.ts";
import { SandboxError } from "../sandbox.ts";
import { IMAGE_FILES, type ImageManifest, imageManifestSchema, type SandboxImage } from "./image-format.ts";
import { imageMemoryOf, readImageMemory } from "./image-memory.ts";

/** How the names of files end that an installed package has compressed, to be written sooner. */
const COMPRESSED = ".gz";
/** Of what is decompressed at once: each piece takes a turn of the event loop, and the usual ones are 16 KiB. */
const PIECE_BYTES = 1024 * 1024;

/** The folder of the current image, at the root of the package: one that was built here, or the one that was packed. */
export function imageFolder(): string {
  return ownOrPacked([".cache", "python-image"], "python-image");
}

/** @throws SandboxError IMAGE_UNUSABLE when a file is missing, damaged or of another format */
export async function loadImage(folder = imageFolder()): Promise<SandboxImage> {
  try {
    const manifest = readManifest(folder);
    const unpacking = decompressed(join(folder, IMAGE_FILES.memory));
    unpacking.catch(() => undefined);
    const wasm =
      (await decompressed(join(folder, IMAGE_FILES.module))) ?? readFileSync(join(folder, IMAGE_FILES.module));
    checkHash(IMAGE_FILES.module, createHash("sha256").update(wasm).digest("hex"), manifest.moduleSha256);
    // The engine compiles on threads of its own while the memory is read here.
    const compiling = WebAssembly.compile(wasm);
    const contents = await unpacking;
    const { memory, extents, sha256 } =
      contents === null ? readImageMemory(join(folder, IMAGE_FILES.memory)) : imageMemoryOf(contents);
    const module = await compiling;
    checkHash(IMAGE_FILES.memory, sha256, manifest.memorySha256);
    return { manifest, memory, extents, module };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SandboxError(
      "IMAGE_UNUSABLE",
      `Cannot use the sandbox image: ${reason}. Run \`npm run build\` to build it again.`,
      { cause: error },
    );
  }
}

/** The SHA-256 that every machine's build of the memory image must have, checked in beside this file. */
export function expectedMemorySha256(): string {
  return readFileSync(new URL("./guest/image.sha256", import.meta.url), "utf8").trim();
}

/** Names this machine's image by its memory's SHA-256. */
export function imageSha256(folder = imageFolder()): string {
  return readManifest(folder).memorySha256;
}

/** Says by name that this machine's image is not the one that was tested; empty where it is. */
export function imageWarnings(folder = imageFolder()): readonly string[] {
  const actual = imageSha256(folder);
  const expected = expectedMemorySha256();
  if (actual === expected) return [];
  return [
    `Warning IMAGE_DIFFERS: this machine built another sandbox image (${actual.slice(0, 12)}) than the tested one ` +
      `(${expected.slice(0, 12)}), so episodes may differ from other machines' in their bytes.`,
  ];
}

/** Null where the file is not compressed. */
async function decompressed(path: string): Promise<Buffer | null> {
  const file = path + COMPRESSED;
  return existsSync(file) ? promisify(gunzip)(await readFile(file), { chunkSize: PIECE_BYTES }) : null;
}

function readManifest(folder: string): ImageManifest {
  return imageManifestSchema.parse(JSON.parse(readFileSync(join(folder, IMAGE_FILES.manifest), "utf8")));
}

function checkHash(name: string, actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`${name} is damaged: its SHA-256 is ${actual}, not ${expected}`);
}
