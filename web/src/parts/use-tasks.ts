/** Tasks as the server finds them. What was found before stays until the next answer is here. */
import { useEffect, useState } from "preact/hooks";
import type { z } from "zod";
import { pageTasksSchema } from "../../../src/protocol/page.ts";
import { fetchJson } from "../api.ts";
import { type TaskQuery, tasksPath } from "../logic/task-query.ts";
import { type Loaded, loadInto, STILL_LOADING } from "../store.ts";

export type FoundTasks = z.infer<typeof pageTasksSchema>;

export interface Tasks {
  readonly found: Loaded<FoundTasks>;
  /** Asks once more. */
  readonly again: () => void;
}

export function askTasks(query: TaskQuery): Promise<FoundTasks> {
  return fetchJson(tasksPath(query), pageTasksSchema);
}

export function useTasks(query: TaskQuery): Tasks {
  const [found, setFound] = useState<Loaded<FoundTasks>>(STILL_LOADING);
  const [asked, setAsked] = useState(0);
  const path = tasksPath(query);
  useEffect(() => {
    let isWanted = asked >= 0;
    setFound((before) => (before.state === "here" ? before : STILL_LOADING));
    loadInto(fetchJson(path, pageTasksSchema), (answer) => {
      if (isWanted) setFound(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [path, asked]);
  return { found, again: () => setAsked((count) => count + 1) };
}
