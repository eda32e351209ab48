/** `/api/tasks`, `/api/runs`: what the page's Tasks, Scores and Replay ask for. */
import { z } from "zod";
import type { LookingOn } from "../watch/looking-on.ts";
import { shownRecord } from "../watch/redact.ts";
import type { App } from "./app.ts";
import { maySeeSolutions, requireWatcher } from "./visitors.ts";

const schema = { hide: true } as const;
const runParams = z.object({ run: z.string().max(255) });
const lineParams = runParams.extend({ line: z.coerce.number().int().min(0) });

export function addPageTasks(app: App, { tasks, runs, settings }: LookingOn): void {
  const { WATCH, SHOW_SOLUTIONS } = settings;
  app.get("/api/tasks", { schema }, (request) => ({
    tasks: tasks?.all() ?? [],
    solutions: maySeeSolutions(SHOW_SOLUTIONS, request),
  }));
  app.get("/api/runs", { schema }, () => runs.list());
  app.get("/api/runs/:run", { schema: { ...schema, params: runParams } }, ({ params }) => runs.rows(params.run));
  app.get("/api/runs/:run/:line", { schema: { ...schema, params: lineParams } }, async (request) => {
    // Rows hold no code; whole episodes hold what repaired a task.
    requireWatcher(WATCH, request);
    const record = await runs.episode(request.params.run, request.params.line);
    // What is not known to be of another split counts as the test split's.
    return shownRecord(record, WATCH !== "full" && (record.split === "test" || record.split === null));
  });
}
