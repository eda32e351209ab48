/** The image's memory in a buffer that all workers share, without its long stretches of zeros. */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A stretch `[from, to)` of memory that holds something. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

export interface ImageMemory {
  readonly memory: SharedArrayBuffer;
  readonly extents: readonly Extent[];
  /** Of the whole file, zeros included. */
  readonly sha256: string;
}

const CHUNK = 64 * 1024;
/** Shorter runs of zeros are copied like all else: a fresh instance may have start-up data there. */
const LONG_ZEROS = 16 * CHUNK;

/** Reads chunk by chunk, so that pages of zeros are never touched and cost no memory in any process. */
export function readImageMemory(path: string): ImageMemory {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const memory = new SharedArrayBuffer(size);
    const bytes = new Uint8Array(memory);
    const hash = createHash("sha256");
    const chunk = Buffer.alloc(CHUNK);
    const zeros = Buffer.alloc(CHUNK);
    const extents: { from: number; to: number }[] = [];
    for (let from = 0; from < size; from += CHUNK) {
      const length = readSync(file, chunk, 0, Math.min(CHUNK, size - from), from);
      const read = chunk.subarray(0, length);
      hash.update(read);
      if (read.equals(zeros.subarray(0, length))) continue;
      bytes.set(read, from);
      const last = extents.at(-1);
      if (last !== undefined && from - last.to < LONG_ZEROS) last.to = from + length;
      else extents.push({ from, to: from + length });
    }
    return { memory, extents, sha256: hash.digest("hex") };
  } finally {
    closeSync(file);
  }
}
