/** How a task is drawn: by arithmetic alone, so that a seed means the same task on every server. */
import { hashSeed } from "../seed-hash.ts";

/** The one of these that the seed means; undefined where there is none. */
export function drawTask<Entry>(seed: number, tasks: readonly Entry[]): Entry | undefined {
  return tasks[Number(hashSeed(seed, "task") % BigInt(Math.max(1, tasks.length)))];
}
