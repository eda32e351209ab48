/** Where the server gets the tasks it tells of; it does not know tasks itself. */
import type { PublicTask, Split } from "../protocol/protocol.ts";

export interface TaskCatalog {
  /** A split's tasks, in the order in which a reset's `index` counts them. */
  tasksOf(split: Split): readonly PublicTask[];
}
