/** Where the server gets the tasks that it tells of; it does not know tasks itself. */
import type { PageTasksAnswer, PageTasksQuery, PublicTask, Reference, Split } from "../protocol/protocol.ts";

/** For programs. */
export interface TaskCatalog {
  count(split: Split): Promise<number>;
  /** All that may be told of a task at its place in its split; undefined where there is none. */
  at(split: Split, index: number): Promise<PublicTask | undefined>;
  /** In compact rows: a split's tasks from one place to another, as `slice` counts them, in the order of a reset's `index`. */
  list(split: Split, start: number, stop: number): Promise<readonly PublicTask[]>;
}

/** For the page. */
export interface PageTasks {
  list(query: PageTasksQuery): Promise<PageTasksAnswer>;
  /** The repair. To be asked for only after an episode's end. */
  reference(taskName: string): Promise<Reference | undefined>;
}
