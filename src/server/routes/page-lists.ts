/** `/api/tasks`, `/api/runs`: what the page's Tasks, Scores and Replay ask for. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { pageTasksQuerySchema, TraceFixError } from "../../protocol/protocol.ts";
import { maySeeSolutions } from "../doors/visitor.ts";
import type { LookingOn } from "../watch/looking-on.ts";
import { requireWatcher } from "../watch/require-watcher.ts";
import { shownRecord, viewOfRun } from "../watch/what-watchers-see.ts";
import type { App } from "./app.ts";

const schema = { hide: true } as const;
const NO_TASKS = { tasks: [], total: 0, all: 0, sets: [], values: { difficulty: [], bug_type: [], split: [] } };
const NO_REPORT = "There is no report to show: `tracefix report` writes one, and WATCH=full shows it";
/** The file may be a stranger's: it runs nothing and loads nothing. */
const REPORT_HEADERS = {
  "content-security-policy": "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;
const runParams = z.object({ run: z.string().max(255) });
const lineParams = runParams.extend({ line: z.coerce.number().int().min(1) });

export function addPageLists(app: App, { tasks, runs, settings }: LookingOn): void {
  const { WATCH, SHOW_SOLUTIONS } = settings;
  app.get("/api/tasks", { schema: { ...schema, querystring: pageTasksQuerySchema } }, async (request) => ({
    ...((await tasks?.list(request.query)) ?? NO_TASKS),
    solutions: maySeeSolutions(SHOW_SOLUTIONS, request),
  }));
  const onRequest = async ({ raw }: FastifyRequest) => requireWatcher(settings, raw);
  const ofRun = { schema: { ...schema, params: runParams }, onRequest };
  const ofLine = { schema: { ...schema, params: lineParams }, onRequest };
  app.get("/api/runs", { schema, onRequest }, () => runs.list());
  // A report holds the code of every split.
  const showsReports = WATCH === "full";
  app.get("/api/runs/:run", ofRun, async ({ params }) => {
    const rows = await runs.rows(params.run);
    return { ...rows, has_report: showsReports && rows.has_report };
  });
  app.get("/api/runs/:run/report", ofRun, async ({ params: { run } }, reply) => {
    const report = showsReports ? await runs.report(run) : null;
    if (report === null) throw new TraceFixError("NOT_FOUND", NO_REPORT);
    return reply.headers(REPORT_HEADERS).type("text/html; charset=utf-8").send(report);
  });
  app.get("/api/runs/:run/:line", ofLine, async ({ params }) => {
    const record = await runs.episode(params.run, params.line);
    // What is not known to be of another split counts as the test split's.
    return shownRecord(record, viewOfRun(WATCH !== "full" && (record.split === "test" || record.split === null)));
  });
}
