/** What shows the tasks, once they are here; until then that they load, or why they did not. */
import type { ComponentChildren } from "preact";
import type { PageTask } from "../../../src/protocol/page.ts";
import { loadTasks, tasks } from "../store.ts";
import { Notice } from "./notice.tsx";

export function WithTasks({ children }: { readonly children: (all: readonly PageTask[]) => ComponentChildren }) {
  const { value } = tasks;
  if (value.state === "loading") return <p class="loading">Loading the tasks …</p>;
  if (value.state === "here") return <>{children(value.value.tasks)}</>;
  return (
    <Notice kind="error" title="The tasks did not load">
      <p>{value.problem}</p>
      <button type="button" onClick={loadTasks}>
        Try again
      </button>
    </Notice>
  );
}
