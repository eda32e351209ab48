/** Where the server gets the tasks it tells of; it does not know tasks itself. */
import type { PublicTask, Split } from "../protocol/protocol.ts";

export interface TaskCatalog {
  count(split: Split): Promise<number>;
  /** All that may be told of a task at its place in its split; undefined where there is none. */
  at(split: Split, index: number): Promise<PublicTask | undefined>;
  /** In compact rows: a split's tasks from one place to another, as `slice` counts them, in the order in which a reset's `index` does. */
  list(split: Split, start: number, stop: number): Promise<readonly PublicTask[]>;
}
