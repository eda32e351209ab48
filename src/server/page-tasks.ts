/** Where the server gets what the page tells of tasks; it does not know tasks itself. */
import type { PageTasksAnswer, PageTasksQuery, Reference } from "../protocol/protocol.ts";

export interface PageTasks {
  list(query: PageTasksQuery): Promise<PageTasksAnswer>;
  /** The repair. To be asked for only after an episode's end. */
  reference(taskName: string): Promise<Reference | undefined>;
}
