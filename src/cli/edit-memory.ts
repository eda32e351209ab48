/** How much memory the edits of all episodes may take, from what this process may have: read once, at the start. */
import { getHeapStatistics } from "node:v8";

const MEBIBYTE = 1024 * 1024;
/** What the server, its workers and its sandbox's images need before the first episode begins. */
const OWN_BYTES = 192 * MEBIBYTE;
/** Of the heap: sessions, answers under way and whatever else lives there need the rest. */
const HEAP_SHARE = 1 / 4;
const LEAST_BYTES = 16 * MEBIBYTE;

export interface MemoryLimits {
  /** Bytes the engine's heap may grow to: `NODE_OPTIONS=--max-old-space-size` sets it. */
  readonly heap: number;
  /** Bytes the container allows the process; 0 or more than the machine has where it sets none. */
  readonly container: number;
}

/** The limits of this process. */
export function memoryLimits(): MemoryLimits {
  return { heap: getHeapStatistics().heap_size_limit, container: process.constrainedMemory() };
}

/** @returns bytes */
export function editMemory({ heap, container }: MemoryLimits): number {
  const inContainer = container > 0 ? container - OWN_BYTES : Number.POSITIVE_INFINITY;
  return Math.max(LEAST_BYTES, Math.floor(Math.min(heap, inContainer) * HEAP_SHARE));
}
