/** Where the server gets what the page tells of tasks; it does not know tasks itself. */
import type { PageTask, Reference } from "../protocol/protocol.ts";

export interface PageTasks {
  all(): Promise<readonly PageTask[]>;
  /** The repair. To be asked for only after an episode's end. */
  reference(taskName: string): Promise<Reference | undefined>;
}
