/** The database behind the intake: takes lines over in whole transactions, and finds episodes again. */
import type Database from "libsql";
import type { IntakePlace } from "./intake-names.ts";
import { migrateDatabase } from "./migrations.ts";
import { type PreparedStatements, prepareStatements } from "./prepared-statements.ts";
import type { EpisodeLines } from "./stored-episode.ts";
import { TakenBatch, type TakenLine } from "./taken-batch.ts";

/** What a list tells of an episode. */
export interface StoredSummary {
  readonly id: string;
  readonly task: string;
  readonly steps: number;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly lastAt: number;
}

/** What a list for readers tells of an episode. */
export interface ShelvedEpisode extends StoredSummary {
  /** Its place: later ones have a greater one. */
  readonly key: number;
  readonly label: string;
  /** Whether its last step has ended it. */
  readonly ended: boolean;
  readonly isDamaged: boolean;
}

export interface KeepLimits {
  /** Episodes whose last step is older go: milliseconds since 1970; null: none does. */
  readonly since: number | null;
  /** Above so many bytes the large ones go, and then the oldest. */
  readonly bytes: number;
}

/** The first must come before anything is written, or it has no effect. */
const PRAGMAS = [
  "auto_vacuum = INCREMENTAL",
  "journal_mode = WAL",
  "synchronous = NORMAL",
  "wal_autocheckpoint = 4000",
];
/** Whole episodes of too great an age that go at once, so that nobody waits long behind them. */
const AGED_AT_ONCE = 200;
/** Of those that go for their bytes only as many as it takes: one large one makes room for thousands. */
const LARGE_AT_ONCE = 1;
const OLDEST_AT_ONCE = 8;

interface ShelvedRow extends Omit<ShelvedEpisode, "ended" | "isDamaged"> {
  readonly ended: number;
  readonly damaged: number;
}

interface EpisodeRow {
  readonly key: number;
  readonly id: string;
  readonly begun: string;
  readonly damaged: number;
}

export class EpisodeDatabase {
  readonly #database: Database.Database;
  readonly #statements: PreparedStatements;

  /** @param database is closed with this */
  constructor(database: Database.Database) {
    this.#database = database;
    // Readers of a backup and of a list may look on; what is taken over is synced before its intake is removed.
    for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`);
    migrateDatabase(database);
    this.#statements = prepareStatements(database);
  }

  /** How far the intake was taken over. */
  get taken(): IntakePlace {
    return one<IntakePlace>(this.#statements.taken.get([])) ?? { file: 0, bytes: 0 };
  }

  /** Takes lines over, with the place up to which it did: all or nothing. */
  takeOver(lines: readonly TakenLine[], upTo: IntakePlace): void {
    this.#together(() => {
      new TakenBatch(this.#statements).take(lines);
      this.#statements.moveOn.run([upTo.file, upTo.bytes]);
    });
  }

  /** Nothing of the episode is believed from now on. */
  markDamaged(id: string): void {
    this.#statements.markDamaged.run([id]);
  }

  /** The last episode of a session, by the hash of its key; with a label the last that was begun under it. */
  lastOf(session: string, label: string | null): EpisodeLines | null {
    const { lastOf, lastUnder } = this.#statements;
    return this.#linesOf(one<EpisodeRow>(label === null ? lastOf.get([session]) : lastUnder.get([session, label])));
  }

  byId(id: string): EpisodeLines | null {
    return this.#linesOf(one<EpisodeRow>(this.#statements.byId.get([id])));
  }

  /** From the oldest on, after the one of that id. */
  list(limit: number, after: string | null): StoredSummary[] {
    return this.#statements.list.all([after ?? "", limit]) as StoredSummary[];
  }

  /** The newest first, of those before that place; null: from the last one on. */
  newest(limit: number, before: number | null): ShelvedEpisode[] {
    const rows = this.#statements.newest.all([before ?? Number.MAX_SAFE_INTEGER, limit]) as ShelvedRow[];
    return rows.map(({ ended, damaged, ...row }) => ({ ...row, ended: ended !== 0, isDamaged: damaged !== 0 }));
  }

  /**
   * Lets a few episodes go: those that are too old; for too many bytes those of over a MiB, so that who fills the store
   * does not push out who plays in it, and then the oldest.
   * @returns how many; with 0 all that is kept is within the limits
   */
  letGo({ since, bytes }: KeepLimits): number {
    const { aged, oldestLarge, oldest } = this.#statements;
    const tooOld = since === null ? 0 : this.#drop(aged.all([since, AGED_AT_ONCE]));
    if (tooOld > 0 || this.usedBytes <= bytes) return tooOld;
    return this.#drop(oldestLarge.all([LARGE_AT_ONCE])) || this.#drop(oldest.all([OLDEST_AT_ONCE]));
  }

  /** Bytes of the pages that hold something. */
  get usedBytes(): number {
    const [pages, free, size] = ["page_count", "freelist_count", "page_size"].map((name) =>
      Number(Object.values(one<Record<string, unknown>>(this.#database.prepare(`PRAGMA ${name}`).get([])) ?? {})[0]),
    );
    return ((pages ?? 0) - (free ?? 0)) * (size ?? 0);
  }

  /** Puts all that was taken over where a power cut leaves it. */
  checkpoint(): void {
    this.#database.exec("PRAGMA incremental_vacuum");
    this.#database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all([]);
  }

  close(): void {
    this.#database.close();
  }

  #linesOf(row: EpisodeRow | null): EpisodeLines | null {
    if (row === null) return null;
    const { key, id, begun, damaged } = row;
    const steps = (this.#statements.steps.all([key]) as { line: string }[]).map(({ line }) => line);
    return { id, begun, steps, isDamaged: damaged !== 0 };
  }

  #drop(rows: readonly unknown[]): number {
    if (rows.length > 0)
      this.#together(() => {
        for (const { key } of rows as readonly { key: number }[]) {
          this.#statements.dropSteps.run([key]);
          this.#statements.dropEpisode.run([key]);
        }
      });
    return rows.length;
  }

  #together(work: () => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      work();
      this.#database.exec("COMMIT");
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }
}

/** The library says `undefined` where there is no row. */
function one<Row>(row: unknown): Row | null {
  return row === undefined || row === null ? null : (row as Row);
}
