/** `/api/tasks`, `/api/runs`, `/api/play`: what the page's Play, Tasks and Scores ask for. */
import { z } from "zod";
import { type EpisodeRecord, TraceFixError } from "../../protocol/protocol.ts";
import { isOriginAllowed } from "../mcp/origin.ts";
import type { PageTasks } from "../page-tasks.ts";
import type { Settings } from "../settings.ts";
import type { LookingOn } from "../watch/looking-on.ts";
import type { PlayTickets } from "../watch/play-tickets.ts";
import { observationWithoutCode, withoutCode } from "../watch/redact.ts";
import type { App } from "./app.ts";

const schema = { hide: true } as const;
const runParams = z.object({ run: z.string().max(255) });
const lineParams = runParams.extend({ line: z.coerce.number().int().min(0) });
const ticketParams = z.object({ ticket: z.string().max(100) });

export function addPageTasks(app: App, { tasks, runs, tickets }: LookingOn, settings: Settings): void {
  const { WATCH, SHOW_SOLUTIONS } = settings;
  app.get("/api/tasks", { schema }, () => ({ tasks: tasks?.all() ?? [], solutions: SHOW_SOLUTIONS }));
  app.get("/api/runs", { schema }, () => runs.list());
  app.get("/api/runs/:run", { schema: { ...schema, params: runParams } }, ({ params }) => runs.rows(params.run));
  app.get("/api/runs/:run/:line", { schema: { ...schema, params: lineParams } }, async ({ params }) => {
    const record = await runs.episode(params.run, params.line);
    return WATCH === "full" || record.split !== "test" ? record : recordWithoutCode(record);
  });

  app.post("/api/play", { schema }, ({ headers }) => {
    // Browsers name the page that asks; agents' clients do not, and have no business here.
    if (headers.origin === undefined || !isOriginAllowed(headers)) throw refusal("this is for the page at /web/ only");
    return { ticket: tickets.issue() };
  });
  if (!SHOW_SOLUTIONS || tasks === null) return;
  app.get("/api/play/:ticket/reference", { schema: { ...schema, params: ticketParams } }, ({ params }) =>
    referenceOf(params.ticket, tickets, tasks),
  );
}

function referenceOf(ticket: string, tickets: PlayTickets, tasks: PageTasks) {
  const episode = tickets.find(ticket);
  if (!episode) throw new TraceFixError("NOT_FOUND", "Nothing was played on the page with this ticket");
  if (!episode.done) throw refusal("the episode is not over");
  const reference = tasks.reference(episode.taskName);
  if (!reference) throw new TraceFixError("NOT_FOUND", "This task is not known any more");
  if (tasks.find(episode.taskName)?.split === "test") throw refusal("the test split's are never shown");
  return reference;
}

function refusal(why: string): TraceFixError {
  return new TraceFixError("EXECUTION_ERROR", `Cannot show the repair: ${why}`);
}

function recordWithoutCode(record: EpisodeRecord): EpisodeRecord {
  const initial_observation = observationWithoutCode(record.initial_observation);
  return { ...record, initial_observation, steps: record.steps.map(withoutCode), messages: [] };
}
