/** How much memory edits may take, and what clients have sent, from what this process may have: read once, at the start. */
import { getHeapStatistics } from "node:v8";

const MEBIBYTE = 1024 * 1024;
/** What the server, its workers and its sandbox's images need before the first episode begins. */
const OWN_BYTES = 192 * MEBIBYTE;
/** Of the heap: sessions, answers under way and whatever else lives there need the rest. */
const HEAP_SHARE = 1 / 4;
const LEAST_BYTES = 16 * MEBIBYTE;
/** A character may take two bytes once a message is read as text. */
const INCOMING_SHARE = 1 / 8;
const MOST_INCOMING_BYTES = 256 * MEBIBYTE;

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
export function editMemory(limits: MemoryLimits): number {
  return Math.max(LEAST_BYTES, Math.floor(usable(limits) * HEAP_SHARE));
}

/** What clients may have sent, all together, and not be answered yet. @returns bytes */
export function incomingMemory(limits: MemoryLimits): number {
  return Math.min(MOST_INCOMING_BYTES, Math.max(LEAST_BYTES, Math.floor(usable(limits) * INCOMING_SHARE)));
}

function usable({ heap, container }: MemoryLimits): number {
  return Math.min(heap, container > 0 ? container - OWN_BYTES : Number.POSITIVE_INFINITY);
}
