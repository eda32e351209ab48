/** Reads episodes of the database, each as it was at one moment. */
import type { ShelvedEpisode, StoredSummary } from "../episode-database.ts";
import { type EpisodeLines, sessionHash } from "../stored-episode.ts";
import { readStoredLine } from "../stored-line.ts";
import type { DatabaseConnections } from "./database-connections.ts";

/** What the database would refuse for an id is no episode's. */
const EPISODE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An episode's lines, and the day that it lies in. */
export interface FoundEpisode {
  readonly day: number;
  readonly lines: EpisodeLines;
}

interface SoughtEpisode {
  /** The hash of the session's key. */
  readonly session: string;
  /** What it was begun under; null: anything. */
  readonly label: string | null;
}

/** The last of the session's; null where none is kept. */
export async function findLastEpisode(
  database: DatabaseConnections,
  { session, label }: SoughtEpisode,
): Promise<FoundEpisode | null> {
  const hash = label === null ? null : sessionHash(label);
  const rows = await database.ask(
    (sql) => sql`
      SELECT e.day, e.id, e.line, to_json(ARRAY(
        SELECT s.line FROM tracefix.steps s WHERE s.day = e.day AND s.episode = e.id AND s.line IS NOT NULL ORDER BY s.number
      )) AS steps
      FROM (
        SELECT day, id, line FROM tracefix.episodes
        WHERE session = ${session} AND (${hash}::text IS NULL OR label = ${hash}) ORDER BY place DESC LIMIT 1
      ) e`,
  );
  return rows[0] === undefined ? null : foundIn(rows[0]);
}

/** @returns null where there is none of that id */
export async function findEpisode(database: DatabaseConnections, id: string): Promise<EpisodeLines | null> {
  if (!EPISODE_ID.test(id)) return null;
  const rows = await database.ask(
    (sql) => sql`
      SELECT e.day, e.id, e.line, to_json(ARRAY(
        SELECT s.line FROM tracefix.steps s WHERE s.day = e.day AND s.episode = e.id AND s.line IS NOT NULL ORDER BY s.number
      )) AS steps
      FROM tracefix.episodes e WHERE e.id = ${id}`,
  );
  return rows[0] === undefined ? null : foundIn(rows[0]).lines;
}

/** From the one that began first on, after the one of that id. */
export async function listEpisodeRows(
  database: DatabaseConnections,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<StoredSummary[]> {
  const rows = await database.ask(
    (sql) => sql`
      SELECT e.id, e.task, s.steps,
        extract(epoch FROM e.at) * 1000 AS begun_at, extract(epoch FROM coalesce(s.last_at, e.at)) * 1000 AS last_at
      FROM tracefix.episodes e, LATERAL (
        SELECT count(*) AS steps, max(at) AS last_at FROM tracefix.steps
        WHERE episode = e.id AND day = e.day AND line IS NOT NULL
      ) s
      WHERE e.place > coalesce((SELECT place FROM tracefix.episodes WHERE id = ${after}), 0)
      ORDER BY e.place LIMIT ${limit}`,
  );
  return rows.map((row) => ({
    id: String(row.id),
    task: String(row.task),
    steps: Number(row.steps),
    begunAt: Math.floor(Number(row.begun_at)),
    lastAt: Math.floor(Number(row.last_at)),
  }));
}

/** As `EpisodeShelf` has it. */
export async function listNewestEpisodes(
  database: DatabaseConnections,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<ShelvedEpisode[]> {
  const rows = await database.ask(
    (sql) => sql`
      SELECT e.place, e.id, e.task, e.line, s.steps,
        coalesce(right(rtrim(l.line, chr(10)), 12) = '"done":true}', false) AS ended,
        extract(epoch FROM e.at) * 1000 AS begun_at, extract(epoch FROM coalesce(s.last_at, e.at)) * 1000 AS last_at
      FROM (
        SELECT place, id, day, task, line, at FROM tracefix.episodes
        WHERE place < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY place DESC LIMIT ${limit}
      ) e
      CROSS JOIN LATERAL (
        SELECT count(*) AS steps, max(at) AS last_at FROM tracefix.steps
        WHERE episode = e.id AND day = e.day AND line IS NOT NULL
      ) s
      LEFT JOIN LATERAL (
        SELECT line FROM tracefix.steps
        WHERE episode = e.id AND day = e.day AND line IS NOT NULL ORDER BY number DESC LIMIT 1
      ) l ON true
      ORDER BY e.place DESC`,
  );
  return rows.map(({ place, id, task, line, steps, ended, begun_at, last_at }) => {
    const label = labelIn(String(line));
    return {
      ...{ key: Number(place), id: String(id), task: String(task), steps: Number(steps), ended: ended === true },
      ...{ label: label ?? "", isDamaged: label === null },
      ...{ begunAt: Math.floor(Number(begun_at)), lastAt: Math.floor(Number(last_at)) },
    };
  });
}

/** What the episode was begun under; null where its line is damaged. */
function labelIn(line: string): string | null {
  const read = readStoredLine(line.trimEnd());
  return read === null ? null : String(JSON.parse(read.json).request.episode_id);
}

function foundIn(row: Record<string, unknown>): FoundEpisode {
  const { day, id, line, steps } = row;
  const lines = Array.isArray(steps) ? steps.map(String) : [];
  return { day: Number(day), lines: { id: String(id), begun: String(line), steps: lines, isDamaged: false } };
}
