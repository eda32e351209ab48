/** `/api/play`: a ticket to play with on the page, and the repair to who has played for it. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { MIN_STEPS_FOR_REFERENCE, type Reference, TraceFixError } from "../../protocol/protocol.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import { type DoorGuard, schemeOf } from "../doors/door-guard.ts";
import { maySeeSolutions } from "../doors/visitor.ts";
import type { PageTasks } from "../task-lists.ts";
import type { LookingOn } from "../watch/looking-on.ts";
import type { App } from "./app.ts";

const schema = { hide: true } as const;
const ticketParams = z.object({ ticket: z.string().max(100) });
type TicketRequest = FastifyRequest & { readonly params: z.infer<typeof ticketParams> };

export interface PlayDoor {
  readonly guard: DoorGuard;
  readonly identity: ClientIdentity;
}

export function addPagePlay(app: App, lookingOn: LookingOn, { guard, identity }: PlayDoor): void {
  const { tasks, tickets, cookie, settings } = lookingOn;
  app.post("/api/play", { schema }, (request, reply) => {
    const { headers, socket } = request.raw;
    const origin = guard.originOf({ headers, localAddress: socket.localAddress });
    // Browsers name the page that asks; agents' clients do not, and have no business here.
    if (origin !== "own" && origin !== "listed")
      throw new TraceFixError("FORBIDDEN", "Cannot give a ticket: tickets are for the page at /web/ only");
    const known = cookie.read(headers.cookie);
    const client = identity.of(request.raw);
    const max_message_bytes = settings.MAX_MESSAGE_BYTES;
    if (known !== null) return { ticket: tickets.issue({ browser: known, client }), max_message_bytes };
    const { browser, header } = cookie.issue({ isSecure: schemeOf(headers) === "https" });
    reply.header("set-cookie", header).header("cache-control", "no-store");
    return { ticket: tickets.issue({ browser, client }), max_message_bytes };
  });
  if (settings.SHOW_SOLUTIONS === false || tasks === null) return;
  app.get("/api/play/:ticket/reference", { schema: { ...schema, params: ticketParams } }, (request, reply) => {
    reply.header("cache-control", "no-store");
    return referenceFor(request, lookingOn, tasks);
  });
}

/** @throws TraceFixError that says what is missing */
async function referenceFor(
  request: TicketRequest,
  { tickets, cookie, settings }: LookingOn,
  tasks: PageTasks,
): Promise<Reference> {
  const ticket = tickets.find(request.params.ticket);
  if (!ticket?.episode) throw new TraceFixError("NOT_FOUND", "Nothing was played on the page with this ticket");
  if (cookie.read(request.headers.cookie) !== ticket.browser) throw refusal("FORBIDDEN", ANOTHER_BROWSER);
  if (!maySeeSolutions(settings.SHOW_SOLUTIONS, request)) throw refusal("FORBIDDEN", NOT_FROM_HERE);
  const { taskName, split, steps, done, solved } = ticket.episode;
  if (!done) throw refusal("EXECUTION_ERROR", "the episode is not over");
  if (split !== "train") throw refusal("EXECUTION_ERROR", "only the train split's are shown");
  if (!solved && steps < MIN_STEPS_FOR_REFERENCE) throw refusal("EXECUTION_ERROR", TOO_SHORT);
  const reference = await tasks.reference(taskName);
  if (reference) return reference;
  throw new TraceFixError("NOT_FOUND", "This task is not known any more");
}

const ANOTHER_BROWSER =
  "the browser that was given this ticket has to ask. In a frame of another site browsers keep its cookie back: open the " +
  "page in a tab of its own";
const NOT_FROM_HERE =
  "only visitors from the server's own machine may see it. The operator lets everybody with SHOW_SOLUTIONS=true";
const TOO_SHORT = "solve the task, or try for ten steps at least";

function refusal(code: "EXECUTION_ERROR" | "FORBIDDEN", why: string): TraceFixError {
  return new TraceFixError(code, `Cannot show the repair: ${why}`);
}
