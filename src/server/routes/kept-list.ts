/** `GET /api/episodes`: the episodes that the server keeps, for readers; each is found by its id below it. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { errorBodySchema, keptListSchema, keptQuerySchema, TraceFixError } from "../../protocol/protocol.ts";
import type { AccessDoor } from "../access/access-door.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import { whenGone } from "../clients/when-gone.ts";
import type { KeptForReaders } from "../kept/kept-episodes.ts";
import { listKept } from "../kept/list-kept.ts";
import { showKept } from "../kept/show-kept.ts";
import { requireWatcher, type WatchSettings } from "../watch/require-watcher.ts";
import type { App } from "./app.ts";

const keptParams = z.object({ id: z.string().max(100) });

export interface KeptReading {
  /** Null where none are kept that anybody could read. */
  readonly kept: KeptForReaders | null;
  readonly identity: ClientIdentity;
  readonly access: AccessDoor;
  readonly settings: WatchSettings;
}

export function addKeptList(app: App, { kept, settings }: KeptReading): void {
  const schema = {
    tags: ["Kept episodes"],
    summary: "The episodes that the server keeps, the newest first",
    description:
      "For who may watch (WATCH), or shows a token with the right to read. `next` is the cursor of what follows, null at the " +
      "end; with a filter an answer may have fewer rows than asked for, and still a `next`. `GET /api/episodes/{id}` gives the " +
      "whole episode, as `tracefix report`, `export` and `replay` read it.",
    querystring: keptQuerySchema,
    response: { 200: keptListSchema, 403: errorBodySchema, 422: errorBodySchema },
  };
  const onRequest = async ({ raw }: FastifyRequest) => requireWatcher(settings, raw);
  app.get("/api/episodes", { schema, onRequest }, ({ query }) =>
    listKept(kept, query, { full: settings.WATCH === "full" }),
  );
}

/** For a server without the page, which has no episodes of its own at this address. */
export function addKeptRecord(app: App, reading: KeptReading): void {
  const onRequest = async ({ raw }: FastifyRequest) => requireWatcher(reading.settings, raw);
  const keptRecord = keptRecordFor(reading);
  app.get("/api/episodes/:id", { schema: { hide: true, params: keptParams }, onRequest }, (request, reply) =>
    keptRecord(request.params.id, request, reply),
  );
}

/** What answers who asks for an episode by its id. @throws TraceFixError NOT_FOUND where it is not kept */
export function keptRecordFor({ kept, identity, access, settings }: KeptReading) {
  return async (id: string, { raw }: FastifyRequest, reply: { readonly raw: Parameters<typeof whenGone>[0] }) => {
    const reader = { client: identity.of(raw), signal: whenGone(reply.raw) };
    const record = (await kept?.record(id, reader)) ?? null;
    if (record === null) {
      throw new TraceFixError("NOT_FOUND", "The server does not hold this episode any more; watch or replay another");
    }
    const full = settings.WATCH === "full";
    // How an episode was drawn, by its player or for tools, is not kept: only a reader whom the operator knows is told the draw.
    return showKept(record, { full, tellsDraw: full && access.isReader(raw) });
  };
}
