/** Where the server gets the tasks that it tells of; it does not know tasks itself. */
import type { PageTask, PublicTask, Reference, Split } from "../protocol/protocol.ts";

/** For programs. */
export interface TaskCatalog {
  count(split: Split): Promise<number>;
  /** A split's tasks from one place to another, as `slice` counts them, in the order in which a reset's `index` does. */
  list(split: Split, start: number, stop: number): Promise<readonly PublicTask[]>;
}

/** For the page. */
export interface PageTasks {
  all(): Promise<readonly PageTask[]>;
  /** The repair. To be asked for only after an episode's end. */
  reference(taskName: string): Promise<Reference | undefined>;
}
