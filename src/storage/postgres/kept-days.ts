/** The days that a database keeps: made before they come, and let go whole once nothing of them is played. */
import { SteadyClock } from "../steady-clock.ts";
import type { Retention } from "../storage-messages.ts";
import type { DatabaseConnections } from "./database-connections.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_AHEAD = 2;
/** A socket may be silent for two hours and play on. */
const PLAYED_MS = 3 * 60 * 60 * 1000;

/** The day of a time, counted from 1970 on. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY_MS);
}

interface KeptDay {
  readonly day: number;
  readonly bytes: number;
}

export class KeptDays {
  readonly #database: DatabaseConnections;
  readonly #retention: Retention;
  /** Days that are there, of those that were asked for last. */
  readonly #made = new Set<number>();
  #wall = 0;
  readonly #clock: SteadyClock;

  private constructor(database: DatabaseConnections, retention: Retention, wall: number) {
    this.#database = database;
    this.#retention = retention;
    this.#wall = wall;
    this.#clock = new SteadyClock({ wall: () => this.#wall, monotonic: () => performance.now() });
  }

  /** Makes the next days, too. */
  static async open(database: DatabaseConnections, retention: Retention): Promise<KeptDays> {
    const days = new KeptDays(database, retention, await wallOf(database));
    await days.#makeAhead(dayOf(days.#wall));
    return days;
  }

  /** Makes the day where it is not there; nothing to wait for where it is. */
  async need(day: number): Promise<void> {
    if (this.#made.has(day)) return;
    await this.#database.ask((sql) => sql`SELECT tracefix.make_day(${day})`);
    this.#made.add(day);
    for (const oldest of this.#made) if (this.#made.size > 2 * DAYS_AHEAD + 1) this.#made.delete(oldest);
  }

  /**
   * Makes the days to come and lets go of those that are too old, and then, for too many bytes, of the oldest in which
   * nothing is played. By a clock of the database's that jumped nothing grows old.
   */
  async upkeep(): Promise<void> {
    this.#wall = await wallOf(this.#database);
    const today = dayOf(this.#wall);
    await this.#makeAhead(today);
    const now = this.#clock.now();
    if (now === null) return;
    const { days, bytes } = this.#retention;
    for (const { day } of await this.#before(today)) await this.#drop(day, now - days * DAY_MS);
    const left = await this.#before(today + DAYS_AHEAD + 1);
    let used = left.reduce((sum, kept) => sum + kept.bytes, 0);
    for (const { day, bytes: freed } of left) {
      if (used <= bytes || day >= today) break;
      if (await this.#drop(day, now - PLAYED_MS)) used -= freed;
    }
  }

  async #makeAhead(today: number): Promise<void> {
    for (let day = today; day <= today + DAYS_AHEAD; day += 1) await this.need(day);
  }

  async #drop(day: number, since: number): Promise<boolean> {
    const dropped = await this.#database.ask(
      (sql) => sql`SELECT tracefix.drop_day(${day}, to_timestamp(${since / 1000})) AS dropped`,
    );
    return dropped[0]?.dropped === true;
  }

  /** From the oldest on. */
  async #before(day: number): Promise<KeptDay[]> {
    const rows = await this.#database.ask(
      (sql) => sql`SELECT day, tracefix.day_bytes(day) AS bytes FROM tracefix.days WHERE day < ${day} ORDER BY day`,
    );
    return rows.map((row) => ({ day: Number(row.day), bytes: Number(row.bytes) }));
  }
}

/** What the database's clock says, in milliseconds since 1970: all servers go by the one. */
async function wallOf(database: DatabaseConnections): Promise<number> {
  const [row] = await database.ask((sql) => sql`SELECT extract(epoch FROM clock_timestamp()) * 1000 AS wall`);
  return Number(row?.wall);
}
