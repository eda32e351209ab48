/** `/api/episodes/…`: what is being played and what was played last, for the page's Watch and Replay. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { TraceFixError } from "../../protocol/protocol.ts";
import type { EpisodeBoard } from "../watch/episode-board.ts";
import type { LookingOn } from "../watch/looking-on.ts";
import { requireWatcher } from "../watch/require-watcher.ts";
import { toRecord } from "../watch/to-record.ts";
import type { Watched } from "../watch/watched.ts";
import type { App } from "./app.ts";
import { type KeptReading, keptRecordFor } from "./kept-list.ts";

const schema = { hide: true } as const;
const idParams = z.object({ id: z.string().max(100) });

/** Where nobody may watch, each says so. */
export function addPageEpisodes(app: App, { board, streams, settings }: LookingOn, reading: KeptReading): void {
  const { identity } = reading;
  const onRequest = async ({ raw }: FastifyRequest) => requireWatcher(settings, raw);
  if (board === null || streams === null) {
    app.get("/api/episodes/*", { schema, onRequest }, () => null);
    return;
  }
  const ofAll = { schema, onRequest };
  // A stream goes on for ever, and who asks for its headers alone would never be answered.
  const stream = { onRequest, exposeHeadRoute: false };
  const ofOne = { schema: { ...schema, params: idParams }, onRequest };

  app.get("/api/episodes/live", { ...stream, schema }, ({ raw }, reply) =>
    streams.watchAll({ reply, client: identity.of(raw) }),
  );
  app.get("/api/episodes/recent", ofAll, () => board.listOf(board.recentRows()));
  const keptRecord = keptRecordFor(reading);
  app.get("/api/episodes/:id", ofOne, (request, reply) => {
    const { id } = request.params;
    const watched = board.find(id);
    return watched === undefined ? keptRecord(id, request, reply) : toRecord(watched);
  });
  app.get("/api/episodes/:id/live", { ...stream, schema: ofOne.schema }, ({ params, headers, raw }, reply) => {
    const seen = Number(headers["last-event-id"] ?? -1);
    const from = Number.isSafeInteger(seen) && seen >= 0 ? seen + 1 : 0;
    streams.watchOne(find(board, params.id), from, { reply, client: identity.of(raw) });
  });
  // Streams never end by themselves, and the server's end waits for every answer.
  app.addHook("preClose", async () => streams.stop());
}

function find(board: EpisodeBoard, id: string): Watched {
  const episode = board.find(id);
  if (episode) return episode;
  throw new TraceFixError("NOT_FOUND", "The server does not hold this episode any more; watch or replay another");
}
