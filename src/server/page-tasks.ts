/** Where the server gets what the page tells of tasks; it does not know tasks itself. */
import type { PageTask, Reference } from "../protocol/protocol.ts";

export interface PageTasks {
  all(): readonly PageTask[];
  find(taskName: string): PageTask | undefined;
  /** The repair. To be asked for only after an episode's end. */
  reference(taskName: string): Reference | undefined;
}
