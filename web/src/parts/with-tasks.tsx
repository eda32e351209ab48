/** What shows the tasks that were found; until then that they load, or why they did not. */
import type { ComponentChildren } from "preact";
import { Notice } from "./notice.tsx";
import { Skeleton } from "./skeleton.tsx";
import type { FoundTasks, Tasks } from "./use-tasks.ts";

export interface WithTasksProps {
  readonly tasks: Tasks;
  readonly children: (found: FoundTasks) => ComponentChildren;
}

export function WithTasks({ tasks: { found, again }, children }: WithTasksProps) {
  if (found.state === "loading") return <Skeleton label="Loading the tasks" />;
  if (found.state === "here") return <>{children(found.value)}</>;
  return (
    <Notice kind="error" title="The tasks did not load">
      <p>{found.problem}</p>
      <button type="button" onClick={again}>
        Try again
      </button>
    </Notice>
  );
}
