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
    const chunk = Buffer.alloc(CHUNK);
    return shareMemory(fstatSync(file).size, (from, length) =>
      chunk.subarray(0, readSync(file, chunk, 0, length, from)),
    );
  } finally {
    closeSync(file);
  }
}

/** The same of bytes that are in memory already. */
export function imageMemoryOf(contents: Uint8Array): ImageMemory {
  return shareMemory(contents.length, (from, length) => contents.subarray(from, from + length));
}

/** @param read gives `length` bytes from a place; they are used before it is asked again */
function shareMemory(size: number, read: (from: number, length: number) => Uint8Array): ImageMemory {
  const memory = new SharedArrayBuffer(size);
  const bytes = new Uint8Array(memory);
  const hash = createHash("sha256");
  const zeros = Buffer.alloc(CHUNK);
  const extents: { from: number; to: number }[] = [];
  for (let from = 0; from < size; from += CHUNK) {
    const chunk = read(from, Math.min(CHUNK, size - from));
    const { length } = chunk;
    hash.update(chunk);
    if (zeros.subarray(0, length).equals(chunk)) continue;
    bytes.set(chunk, from);
    const last = extents.at(-1);
    if (last !== undefined && from - last.to < LONG_ZEROS) last.to = from + length;
    else extents.push({ from, to: from + length });
  }
  return { memory, extents, sha256: hash.digest("hex") };
}
