/** Where the server gets the tasks it tells of; it does not know tasks itself. */
import type { PublicTask, Split } from "../protocol/protocol.ts";

export interface TaskCatalog {
  /** SHA-256 of all the tasks' files: servers with the same hash give the same episodes. */
  readonly hash: string;
  /** A split's tasks, in the order in which a reset's `index` counts them. */
  tasksOf(split: Split): readonly PublicTask[];
}
