/** What a built image consists of, and how its parts are named on disk. */
import { z } from "zod";
import type { Extent } from "./image-memory.ts";

export const IMAGE_FILES = { memory: "memory.bin", module: "python.wasm", manifest: "manifest.json" } as const;

/** Raised whenever an image written by older code can no longer be used. */
export const IMAGE_FORMAT = 1;

export const imageManifestSchema = z.strictObject({
  format: z.literal(IMAGE_FORMAT),
  pyodide: z.string(),
  /** SHA-256 of each file, in hexadecimal. */
  memorySha256: z.string(),
  moduleSha256: z.string(),
  /** Bytes of memory the guest believes it has. */
  memoryBytes: z.int(),
  stackPointer: z.int(),
  /** Address of the driver's `main`. */
  driver: z.int(),
});
export type ImageManifest = z.infer<typeof imageManifestSchema>;

/** An image ready to run: the memory lies in a shared buffer, so that every worker reads the same bytes. */
export interface SandboxImage {
  readonly manifest: ImageManifest;
  readonly memory: SharedArrayBuffer;
  /** Where the memory holds anything: what lies between them is zero. */
  readonly extents: readonly Extent[];
  readonly module: WebAssembly.Module;
}
