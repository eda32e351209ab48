/** Keeps episodes in a Postgres database that many servers share: a step's key can be taken once, by any of them. */
import { randomUUID } from "node:crypto";
import {
  type AnyKeptEpisode,
  type EpisodeHead,
  type EpisodeLog,
  type LoggedEpisode,
  type LoggedStep,
  type ReopenedEpisode,
  StepTakenError,
} from "../../environment/episode-log.ts";
import { databaseAddress, databaseFault } from "../../ground/database-address.ts";
import type { ShelvedEpisode } from "../episode-database.ts";
import type { EpisodeShelf } from "../episode-shelf.ts";
import { bytesOfLines, refuseTooLarge } from "../episode-size.ts";
import type { Retention } from "../storage-messages.ts";
import {
  begunAlone,
  begunFields,
  readEpisode,
  type ServerBuild,
  type StoredEpisode,
  sessionHash,
  stepFields,
} from "../stored-episode.ts";
import { readStoredLine, writeStoredLine } from "../stored-line.ts";
import { arrayLiteral } from "./array-literal.ts";
import { DatabaseConnections } from "./database-connections.ts";
import { dayOf, KeptDays } from "./kept-days.ts";
import { findEpisode, findLastEpisode, listNewestEpisodes } from "./kept-rows.ts";
import { migratePostgres } from "./postgres-migrations.ts";
import { StepBatches, type TakenRow } from "./step-batches.ts";

export interface PostgresLogOptions {
  readonly url: string;
  readonly retention: Retention;
  /** Asked once, while it is opened. */
  readonly build: () => Promise<ServerBuild>;
  /** Told of what an operator should look after. */
  readonly onIncident: (error: Error) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const CONNECTIONS = 8;
/** Of who reads what is kept: nobody who plays waits for them. */
const READERS = 2;
const FIRST_UPKEEP_MS = 60_000;
const UPKEEP_MS = 60 * 60 * 1000;
const MOST_IN_THE_AIR = 10_000;
/** A database that took nothing is tried again by who asks how it is, not more often than this. */
const TRY_AGAIN_MS = 1000;

/** What is known here of an episode that is written to. */
interface WrittenEpisode {
  readonly id: string;
  readonly day: number;
  taken: number;
  bytes: number;
}

export class PostgresEpisodeLog implements EpisodeLog, EpisodeShelf {
  readonly durability = "disk";
  readonly isShared = true;
  readonly #database: DatabaseConnections;
  readonly #forReaders: DatabaseConnections;
  readonly #days: KeptDays;
  readonly #batches: StepBatches;
  readonly #writer: number;
  readonly #build: ServerBuild;
  readonly #now: () => number;
  #upkeep: NodeJS.Timeout;
  /** Keys of steps of which nobody knows whether they were kept; the oldest go. */
  readonly #inTheAir = new Set<string>();
  #isRefused = false;
  #isClosed = false;
  #triedAt = 0;

  private constructor(
    { url, onIncident, now = Date.now }: PostgresLogOptions,
    opened: {
      readonly database: DatabaseConnections;
      readonly days: KeptDays;
      readonly writer: number;
      readonly build: ServerBuild;
    },
  ) {
    const { database, days, writer, build } = opened;
    this.#database = database;
    this.#forReaders = new DatabaseConnections({ url, most: READERS });
    this.#days = days;
    this.#writer = writer;
    this.#build = build;
    this.#now = now;
    this.#batches = new StepBatches(database, writer);
    const keepUp = () => {
      days.upkeep().catch((error: Error) => {
        if (!this.#isClosed) onIncident(error);
      });
    };
    // Servers that start together have more to do than to look for what is old.
    this.#upkeep = setTimeout(() => {
      keepUp();
      this.#upkeep = setInterval(keepUp, UPKEEP_MS).unref();
    }, FIRST_UPKEEP_MS).unref();
  }

  /** @throws Error that says which database cannot be used, and why */
  static async open(options: PostgresLogOptions): Promise<PostgresEpisodeLog> {
    const { url, retention } = options;
    const database = new DatabaseConnections({ url, most: CONNECTIONS });
    try {
      await database.ask(migratePostgres);
      const [row] = await database.ask((sql) => sql`SELECT nextval('tracefix.writers')::integer AS writer`);
      const days = await KeptDays.open(database, retention);
      const build = await options.build();
      return new PostgresEpisodeLog(options, { database, days, writer: Number(row?.writer), build });
    } catch (error) {
      await database.close().catch(() => undefined);
      throw new Error(whyUnusable(url, error), { cause: error });
    }
  }

  /** Where it begins with steps of another, it has begun once the last of them is appended: all at once. */
  async begin(head: EpisodeHead): Promise<LoggedEpisode> {
    const id = randomUUID();
    const day = dayOf(this.#now());
    const line = writeStoredLine({ kind: "begun", id, number: 0, at: this.#now() }, begunFields(head, this.#build));
    const written = { id, day, taken: 0, bytes: bytesOfLines([line]) };
    const record = this.#recordOf(written);
    const { branchedSteps = 0 } = head;
    if (branchedSteps === 0) {
      await this.#begin(head, { ...written, line, steps: [] });
      return record;
    }
    const steps: string[] = [];
    const append = (step: LoggedStep): Promise<void> | undefined => {
      if (steps.length === branchedSteps) return record.append(step);
      steps.push(this.#lineOf(id, step));
      written.taken = steps.length;
      written.bytes += bytesOfLines(steps.slice(-1));
      return steps.length < branchedSteps ? undefined : this.#begin(head, { ...written, line, steps });
    };
    return { ...record, append };
  }

  async reopen(session: string, label: string | null = null): Promise<ReopenedEpisode | null> {
    const found = await this.#asking(findLastEpisode(this.#database, { session: sessionHash(session), label }));
    if (found === null) return null;
    const { day, lines } = found;
    const { kept } = readEpisode(lines);
    const bytes = bytesOfLines([lines.begun, ...lines.steps]);
    const record = this.#recordOf({ id: kept.id, day, taken: kept.steps.length, bytes });
    return { kept: { ...kept, session }, record };
  }

  async leave(session: string): Promise<boolean> {
    const hash = sessionHash(session);
    const [row] = await this.#asking(
      this.#database.ask((sql) => sql`SELECT tracefix.leave_session(${hash}, ${this.#writer}) AS was_kept`),
    );
    return row?.was_kept === true;
  }

  async find(id: string): Promise<AnyKeptEpisode | null> {
    const lines = await this.#asking(findEpisode(this.#database, id));
    return lines === null ? null : begunAlone(readEpisode(lines));
  }

  /** As `EpisodeShelf` has it. */
  newest(limit: number, before: number | null): Promise<readonly ShelvedEpisode[]> {
    return listNewestEpisodes(this.#forReaders, { limit, before });
  }

  /** As `EpisodeShelf` has it. */
  async read(id: string): Promise<StoredEpisode | null> {
    const lines = await findEpisode(this.#forReaders, id);
    return lines === null ? null : readEpisode(lines);
  }

  /** Why it takes nothing now, in words for an operator; null while it does. */
  obstacle(): string | null {
    if (this.#isRefused && performance.now() - this.#triedAt >= TRY_AGAIN_MS) {
      this.#triedAt = performance.now();
      this.#asking(this.#database.ask((sql) => sql`SELECT 1`)).catch(() => undefined);
    }
    return this.#isRefused ? "the database of episodes does not answer" : null;
  }

  /** Resolves once all that was asked is answered, or the limit is over. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#upkeep);
    clearInterval(this.#upkeep);
    await Promise.all([this.#database.close(), this.#forReaders.close()]);
  }

  #recordOf(episode: WrittenEpisode): LoggedEpisode {
    const { id, day } = episode;
    return {
      id,
      append: (step) => this.#append(step, episode),
      hasMoved: async (steps) => {
        const found = await this.#asking(
          this.#database.ask(
            (sql) => sql`SELECT 1 FROM tracefix.steps WHERE episode = ${id} AND number = ${steps + 1} AND day = ${day}`,
          ),
        );
        return found.length > 0;
      },
    };
  }

  async #begin(
    { session, request, task }: EpisodeHead,
    { id, day, line, steps }: WrittenEpisode & { readonly line: string; readonly steps: readonly string[] },
  ): Promise<void> {
    await this.#asking(this.#days.need(day));
    const names = [sessionHash(session), sessionHash(request.episode_id), task.name] as const;
    const begun = this.#database.ask(
      (sql) => sql`
        SELECT tracefix.begin_episode(
          ${day}, ${id}, ${names[0]}, ${names[1]}, ${names[2]}, ${this.#writer}, ${line}, ${arrayLiteral(steps)}::text[]
        )`,
    );
    await this.#asking(begun);
  }

  async #append(step: LoggedStep, episode: WrittenEpisode): Promise<void> {
    const { number, requestId } = step;
    const { id, day } = episode;
    if (number > episode.taken + 1) throw new Error(`Step ${number} cannot come after ${episode.taken}`);
    const line = this.#lineOf(id, step);
    const bytes = bytesOfLines([line]);
    // What ends an episode comes once, and is final: it would stay in the air.
    if (!step.result.done) refuseTooLarge(episode.bytes, bytes);
    const key = `${id} ${number}`;
    let taken: TakenRow | null;
    try {
      taken = await this.#asking(this.#batches.add({ day, episode: id, number, line }));
    } catch (error) {
      this.#keepInTheAir(key);
      throw error;
    }
    if (taken !== null && !this.#isTheSame(line, taken, { key, requestId })) {
      throw new StepTakenError(number, taken.writer);
    }
    this.#inTheAir.delete(key);
    episode.taken = Math.max(episode.taken, number);
    episode.bytes += bytes;
  }

  /**
   * Whether what has its place is this very step: written by an earlier call of this server's of which nobody knew what
   * came of it, or by another server for the same request.
   */
  #isTheSame(
    line: string,
    { writer, line: other }: TakenRow,
    { key, requestId }: { readonly key: string; readonly requestId: string | undefined },
  ): boolean {
    if (other === null) return false;
    const mayBe = writer === this.#writer ? this.#inTheAir.has(key) : requestId !== undefined;
    return mayBe && fieldsOfLine(other) === fieldsOfLine(line);
  }

  #keepInTheAir(key: string): void {
    this.#inTheAir.add(key);
    const [oldest] = this.#inTheAir;
    if (this.#inTheAir.size > MOST_IN_THE_AIR && oldest !== undefined) this.#inTheAir.delete(oldest);
  }

  #lineOf(id: string, step: LoggedStep): string {
    return writeStoredLine({ kind: "step", id, number: step.number, at: this.#now() }, stepFields(step));
  }

  /** Remembers whether the database answers. */
  async #asking<Result>(answer: Promise<Result>): Promise<Result> {
    try {
      const result = await answer;
      this.#isRefused = false;
      return result;
    } catch (error) {
      this.#isRefused = true;
      throw error;
    }
  }
}

/** All but when it was written. */
function fieldsOfLine(line: string): string | undefined {
  return readStoredLine(line.trimEnd())?.json;
}

function whyUnusable(url: string, error: unknown): string {
  return (
    `Cannot keep episodes in the database ${databaseAddress(url)}: ${databaseFault(error)}. Start that database, mend what it says, or ` +
    "name another with DATABASE_URL."
  );
}
