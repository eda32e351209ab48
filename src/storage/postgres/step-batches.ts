/** Brings steps into the database, those of one turn of the event loop in one statement: a commit costs more than a row. */
import { arrayLiteral } from "./array-literal.ts";
import type { DatabaseConnections } from "./database-connections.ts";

/** A step on its way; its key is the episode and the number. */
export interface StepRow {
  readonly day: number;
  readonly episode: string;
  readonly number: number;
  readonly line: string;
}

/** What has the place of a step that was not taken. */
export interface TakenRow {
  /** Which server wrote it, by the order of their starts. */
  readonly writer: number;
  /** Null where the session has begun another episode. */
  readonly line: string | null;
}

interface WaitingRow {
  readonly row: StepRow;
  /** @param taken null where it was kept */
  readonly resolve: (taken: TakenRow | null) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_ROWS = 500;
const MOST_CHARACTERS = 4 * 1024 * 1024;
/** Classes of SQLSTATE of what is wrong with the rows themselves: nothing of the statement was kept. */
const ROW_FAULTS: ReadonlySet<string> = new Set(["22", "23"]);

export class StepBatches {
  readonly #database: DatabaseConnections;
  readonly #writer: number;
  #waiting: WaitingRow[] = [];

  constructor(database: DatabaseConnections, writer: number) {
    this.#database = database;
    this.#writer = writer;
  }

  /** @returns null once it is kept, or what has its place @throws Error where nobody knows whether it is kept */
  add(row: StepRow): Promise<TakenRow | null> {
    if (this.#waiting.length === 0) setImmediate(() => this.#send());
    return new Promise((resolve, reject) => this.#waiting.push({ row, resolve, reject }));
  }

  #send(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const batch of batchesOf(waiting)) void this.#insert(batch);
  }

  async #insert(batch: readonly WaitingRow[]): Promise<void> {
    try {
      const rows = batch.map(({ row }) => row);
      const kept = new Set(await this.#database.ask((sql) => insertRows(sql, rows, this.#writer)));
      const lost = rows.filter((row) => !kept.has(keyOf(row)));
      const taken = lost.length === 0 ? NONE_TAKEN : await this.#database.ask((sql) => readTaken(sql, lost));
      for (const { row, resolve, reject } of batch) {
        if (kept.has(keyOf(row))) resolve(null);
        else settleTaken(taken.get(keyOf(row)), { resolve, reject });
      }
    } catch (error) {
      // One that cannot be kept must not keep the others from it.
      if (batch.length > 1 && isFaultOfRow(error)) for (const one of batch) void this.#insert([one]);
      else for (const { reject } of batch) reject(error);
    }
  }
}

const NONE_TAKEN: ReadonlyMap<string, TakenRow> = new Map();

type Sql = Parameters<Parameters<DatabaseConnections["ask"]>[0]>[0];

/** In the order of their keys: two servers that insert the same ones must not wait for each other. */
async function insertRows(sql: Sql, rows: readonly StepRow[], writer: number): Promise<string[]> {
  const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const listOf = (name: keyof StepRow) => arrayLiteral(sorted.map((row) => row[name]));
  const inserted = await sql`
    INSERT INTO tracefix.steps (day, episode, number, writer, line)
    SELECT day, episode, number, ${writer}, line
    FROM unnest(
      ${listOf("day")}::integer[], ${listOf("episode")}::uuid[], ${listOf("number")}::integer[], ${listOf("line")}::text[]
    ) AS given (day, episode, number, line)
    ON CONFLICT DO NOTHING
    RETURNING episode, number`;
  return inserted.map((row) => keyOf({ episode: String(row.episode), number: Number(row.number) }));
}

async function readTaken(sql: Sql, rows: readonly StepRow[]): Promise<Map<string, TakenRow>> {
  const listOf = (name: keyof StepRow) => arrayLiteral(rows.map((row) => row[name]));
  const found = await sql`
    SELECT episode, number, writer, line FROM tracefix.steps
    WHERE (episode, number) IN (
      SELECT * FROM unnest(${listOf("episode")}::uuid[], ${listOf("number")}::integer[])
    )`;
  return new Map(
    found.map(({ episode, number, writer, line }) => [
      keyOf({ episode: String(episode), number: Number(number) }),
      { writer: Number(writer), line: line === null ? null : String(line) },
    ]),
  );
}

function settleTaken(taken: TakenRow | undefined, { resolve, reject }: Pick<WaitingRow, "resolve" | "reject">): void {
  if (taken === undefined) reject(new Error("The database took a step's number, and has no step of that number"));
  else resolve(taken);
}

function isFaultOfRow(error: unknown): boolean {
  return error instanceof Error && "code" in error && ROW_FAULTS.has(String(error.code).slice(0, 2));
}

function keyOf({ episode, number }: Pick<StepRow, "episode" | "number">): string {
  return `${episode} ${String(number).padStart(10, "0")}`;
}

function batchesOf(waiting: readonly WaitingRow[]): WaitingRow[][] {
  const batches: WaitingRow[][] = [];
  let characters = 0;
  for (const one of waiting) {
    const last = batches.at(-1);
    const isFull = last === undefined || last.length >= MOST_ROWS || characters + one.row.line.length > MOST_CHARACTERS;
    if (isFull) batches.push([one]);
    else last.push(one);
    characters = (isFull ? 0 : characters) + one.row.line.length;
  }
  return batches;
}
