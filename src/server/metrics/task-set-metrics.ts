/** Which tasks are served: the same hash means the same episodes. */
import type { Metrics } from "./metrics-in.ts";

export interface TaskSetFigures {
  /** SHA-256 of the tasks of the server's own set; null where they are not told. */
  readonly taskSetHash: string | null;
  /** The same of each set that was read already, by its name. */
  readonly taskSetHashes: () => ReadonlyMap<string, string>;
}

export function addTaskSetMetrics({ info }: Metrics, { taskSetHash, taskSetHashes }: TaskSetFigures): void {
  if (taskSetHash === null) return;
  const help = "Always 1; its label is the SHA-256 of the tasks served: the same hash means the same episodes";
  info("tracefix_task_set_info", help, ["sha256"], () => [{ sha256: taskSetHash }]);
  const ofEach = "Always 1; its labels are each set of tasks and its SHA-256";
  info("tracefix_task_sets_info", ofEach, ["task_set", "sha256"], () =>
    [...taskSetHashes()].map(([task_set, sha256]) => ({ task_set, sha256 })),
  );
}
