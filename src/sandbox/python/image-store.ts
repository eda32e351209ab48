/** Where built images are kept, and how one is checked before it is used. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../package-root.ts";
import { SandboxError } from "../sandbox.ts";
import { IMAGE_FILES, type ImageManifest, imageManifestSchema, type SandboxImage } from "./image-format.ts";

/** The folder of the current image: `.cache/python-image` at the root of the package. */
export function imageFolder(): string {
  return join(packageRoot(), ".cache", "python-image");
}

/** @throws SandboxError IMAGE_UNUSABLE when a file is missing, damaged or of another format */
export async function loadImage(folder = imageFolder()): Promise<SandboxImage> {
  try {
    const manifest = readManifest(folder);
    const [memory, module] = await Promise.all([
      readFile(join(folder, IMAGE_FILES.memory)),
      readFile(join(folder, IMAGE_FILES.module)),
    ]);
    checkHash(IMAGE_FILES.memory, memory, manifest.memorySha256);
    checkHash(IMAGE_FILES.module, module, manifest.moduleSha256);
    const shared = new SharedArrayBuffer(memory.length);
    new Uint8Array(shared).set(memory);
    return { manifest, memory: shared, module: await WebAssembly.compile(module) };
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

function readManifest(folder: string): ImageManifest {
  return imageManifestSchema.parse(JSON.parse(readFileSync(join(folder, IMAGE_FILES.manifest), "utf8")));
}

function checkHash(name: string, bytes: Uint8Array, expected: string): void {
  const actual = createHash("sha256").update(bytes).digest("hex");
  if (actual !== expected) throw new Error(`${name} is damaged: its SHA-256 is ${actual}, not ${expected}`);
}
