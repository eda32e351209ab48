/** Keeps episodes in a folder: a step is a finished write to a file before it is answered, and a database finds it again. */
import { randomUUID } from "node:crypto";
import {
  type AnyKeptEpisode,
  type EpisodeHead,
  type EpisodeLog,
  type LoggedEpisode,
  type LoggedStep,
  type ReopenedEpisode,
  StepTakenError,
} from "../environment/episode-log.ts";
import { EpisodeCounts, type StepCount } from "./episode-counts.ts";
import type { ShelvedEpisode } from "./episode-database.ts";
import type { EpisodeShelf } from "./episode-shelf.ts";
import { bytesOfLines, refuseTooLarge } from "./episode-size.ts";
import { type FileLayer, systemFiles } from "./file-layer.ts";
import { Intake } from "./intake.ts";
import type { IntakePlace } from "./intake-names.ts";
import type { Retention } from "./storage-messages.ts";
import { StorageThread } from "./storage-thread.ts";
import { withinStoreLimit } from "./store-limit.ts";
import {
  begunAlone,
  begunFields,
  readEpisode,
  type ServerBuild,
  type StoredEpisode,
  sessionHash,
  stepFields,
} from "./stored-episode.ts";
import { writeStoredLine } from "./stored-line.ts";

export interface StoredLogOptions {
  readonly folder: string;
  /** What an answered step survives: the process, or a power cut too. */
  readonly durability: "process" | "disk";
  readonly retention: Retention;
  /** Asked once, while the folder is opened. */
  readonly build: () => Promise<ServerBuild>;
  /** Told of what an operator should look after. */
  readonly onIncident: (error: Error) => void;
  readonly files?: FileLayer;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Bytes after which another file of the intake is begun. */
  readonly fileBytes?: number;
}

/** A power cut takes no more than was written in this time. */
const SYNC_MS = 100;
/** The database is behind the intake by no more than this, where nobody asks. */
const TAKE_OVER_MS = 1000;
/** A store that took nothing is tried again by who asks how it is, not more often than this. */
const TRY_AGAIN_MS = 1000;
/** Is left out when it is read. */
const EMPTY_LINE = "\n";

export class StoredEpisodeLog implements EpisodeLog, EpisodeShelf {
  readonly durability: "process" | "disk";
  readonly #options: StoredLogOptions;
  readonly #thread: StorageThread;
  readonly #build: ServerBuild;
  readonly #intake: Intake;
  readonly #counts = new EpisodeCounts();
  readonly #now: () => number;
  #syncTimer: NodeJS.Timeout | null = null;
  #takeOverTimer: NodeJS.Timeout | null = null;
  /** Why the last write was not taken; null when it was. */
  #refusal: Error | null = null;
  #refusedAt = 0;
  /** Why the database took nothing over. */
  #behind: Error | null = null;
  #isClosed = false;

  private constructor(options: StoredLogOptions, { thread, build }: { thread: StorageThread; build: ServerBuild }) {
    const { folder, files = systemFiles, fileBytes, durability, now = Date.now } = options;
    this.durability = durability;
    this.#options = options;
    this.#thread = thread;
    this.#build = build;
    this.#now = now;
    this.#intake = new Intake({ folder, files, first: thread.nextFile, ...(fileBytes && { fileBytes }) });
  }

  /** @throws FolderHeldError where another process has the folder, another Error where it cannot be used */
  static async open(options: StoredLogOptions): Promise<StoredEpisodeLog> {
    const { folder, retention } = options;
    const started = StorageThread.start({ folder, retention });
    const [thread, build] = await Promise.all([started, options.build()]);
    const log = new StoredEpisodeLog(options, { thread, build });
    log.#tellDamaged(thread.damaged);
    return log;
  }

  async begin(head: EpisodeHead): Promise<LoggedEpisode> {
    const id = randomUUID();
    const line = writeStoredLine({ kind: "begun", id, number: 0, at: this.#now() }, begunFields(head, this.#build));
    const written = this.#write(line);
    await written?.catch((error: unknown) => {
      this.#withdraw(id);
      throw error;
    });
    return this.#recordOf(id, this.#counts.begin(id, { taken: 0, bytes: bytesOfLines([line]) }));
  }

  async reopen(session: string, label: string | null = null): Promise<ReopenedEpisode | null> {
    for (;;) {
      if (this.#lost !== null) throw this.#lost;
      // What is read is played on, so that it must be as durable as what was answered.
      await this.#durable();
      const upTo = this.#intake.place;
      const lines = await withinStoreLimit(this.#thread.ask("lastOf", { session: sessionHash(session), label, upTo }));
      if (lines === null) return null;
      const { kept, hasBegun } = readEpisode(lines);
      const found = { taken: kept.steps.length, bytes: bytesOfLines([lines.begun, ...lines.steps]) };
      const count = this.#counts.find(kept.id) ?? this.#counts.begin(kept.id, found);
      // Somebody took a further step meanwhile.
      if (count.taken > kept.steps.length) continue;
      if (!hasBegun) {
        await this.#withdrawHalf(kept.id, count);
        continue;
      }
      return { kept: { ...kept, session }, record: this.#recordOf(kept.id, count) };
    }
  }

  async leave(session: string): Promise<boolean> {
    if (this.#lost !== null) throw this.#lost;
    const hash = sessionHash(session);
    const upTo = this.#intake.place;
    const lines = await withinStoreLimit(this.#thread.ask("lastOf", { session: hash, label: null, upTo }));
    if (lines === null) return false;
    await this.#write(writeStoredLine({ kind: "left", id: lines.id, number: 0, at: this.#now() }, { session: hash }));
    return true;
  }

  async find(id: string): Promise<AnyKeptEpisode | null> {
    if (this.#lost !== null) throw this.#lost;
    await this.#durable();
    return begunAlone(await this.read(id));
  }

  /** As `EpisodeShelf` has it. */
  async newest(limit: number, before: number | null): Promise<readonly ShelvedEpisode[]> {
    return withinStoreLimit(this.#thread.ask("newest", { limit, before, upTo: this.#intake.place }));
  }

  /** As `EpisodeShelf` has it. */
  async read(id: string): Promise<StoredEpisode | null> {
    const lines = await withinStoreLimit(this.#thread.ask("byId", { id, upTo: this.#intake.place }));
    return lines === null ? null : readEpisode(lines);
  }

  /** Why it takes nothing now, in words for an operator; null while it does. */
  obstacle(): string | null {
    if (this.#lost !== null) return "the store of episodes takes nothing";
    if (this.#refusal !== null && this.#now() - this.#refusedAt >= TRY_AGAIN_MS) this.#tryAgain();
    if (this.#intake.broken !== null || this.#refusal !== null) return "the store of episodes takes nothing";
    if (this.#behind !== null) return "the store of episodes cannot be read";
    return null;
  }

  /** Resolves once all is on the disk and in the database, and the folder is anybody's. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const timer of [this.#syncTimer, this.#takeOverTimer]) if (timer !== null) clearTimeout(timer);
    const upTo = this.#intake.place;
    await withinStoreLimit(this.#intake.synced()).catch((error: Error) => this.#options.onIncident(error));
    this.#intake.close();
    await this.#thread.close({ upTo }).catch((error: Error) => this.#options.onIncident(error));
  }

  /** The lock goes with the thread that has it: from then on the folder may be another server's. */
  get #lost(): Error | null {
    const { ended } = this.#thread;
    if (ended === null || this.#isClosed) return null;
    return new Error("The store of episodes has lost its folder, since its thread has ended; start the server again", {
      cause: ended,
    });
  }

  /** A reset that was not answered must not stand in the place of the episode that goes on. */
  #withdraw(id: string): void {
    if (this.#lost !== null) return;
    try {
      this.#intake.append(writeStoredLine({ kind: "withdrawn", id, number: 0, at: this.#now() }, {}));
    } catch {
      // What takes nothing did not take its beginning either, or is tried again by nobody before the next start.
    }
  }

  /** One of whose first steps some were not kept: the one before it goes on. Who still writes them is told that it is gone. */
  async #withdrawHalf(id: string, count: StepCount): Promise<void> {
    count.taken = Number.POSITIVE_INFINITY;
    await this.#write(writeStoredLine({ kind: "withdrawn", id, number: 0, at: this.#now() }, {}));
  }

  #recordOf(id: string, count: StepCount): LoggedEpisode {
    return { id, append: (step) => this.#append(step, { id, count }) };
  }

  #append(
    step: LoggedStep,
    { id, count }: { readonly id: string; readonly count: StepCount },
  ): Promise<void> | undefined {
    const { number } = step;
    if (number <= count.taken) return Promise.reject(new StepTakenError(number));
    if (number > count.taken + 1) return Promise.reject(new Error(`Step ${number} cannot come after ${count.taken}`));
    const line = writeStoredLine({ kind: "step", id, number, at: this.#now() }, stepFields(step));
    const bytes = bytesOfLines([line]);
    try {
      // What ends an episode comes once, and is final: it would stay in the air.
      if (!step.result.done) refuseTooLarge(count.bytes, bytes);
    } catch (error) {
      return Promise.reject(error);
    }
    return this.#write(line, () => {
      count.taken = number;
      count.bytes += bytes;
    });
  }

  /** @returns nothing where the line is as durable as promised at once */
  #write(line: string, onTaken?: () => void): Promise<void> | undefined {
    if (this.#lost !== null) return Promise.reject(this.#lost);
    try {
      this.#intake.append(line);
    } catch (error) {
      return Promise.reject(this.#refuse(error));
    }
    this.#refusal = null;
    onTaken?.();
    this.#takeOverTimer ??= setTimeout(() => this.#takeOver(), TAKE_OVER_MS).unref();
    if (this.durability === "disk") return this.#durable();
    this.#syncTimer ??= setTimeout(() => this.#syncSoon(), SYNC_MS).unref();
    return undefined;
  }

  async #durable(): Promise<void> {
    if (this.durability !== "disk") return;
    await withinStoreLimit(this.#intake.synced());
    if (this.#lost !== null) throw this.#lost;
  }

  #syncSoon(): void {
    this.#intake.synced().then(
      () => {
        this.#syncTimer = null;
        if (this.#intake.isUnsynced && !this.#isClosed)
          this.#syncTimer = setTimeout(() => this.#syncSoon(), SYNC_MS).unref();
      },
      (error: Error) => this.#options.onIncident(error),
    );
  }

  #takeOver(): void {
    const upTo: IntakePlace = this.#intake.place;
    this.#thread.ask("takeOver", { upTo, firstInUse: this.#intake.firstInUse }).then(
      ({ damaged }) => {
        this.#tellDamaged(damaged);
        this.#behind = null;
        this.#takeOverTimer = null;
        const { file, bytes } = this.#intake.place;
        if (!this.#isClosed && (file !== upTo.file || bytes !== upTo.bytes)) this.#takeOverLater();
      },
      (error: Error) => {
        if (this.#behind === null) this.#options.onIncident(error);
        this.#behind = error;
        if (!this.#isClosed && this.#thread.ended === null) this.#takeOverLater();
      },
    );
  }

  #takeOverLater(): void {
    this.#takeOverTimer = setTimeout(() => this.#takeOver(), TAKE_OVER_MS).unref();
  }

  #tryAgain(): void {
    try {
      this.#intake.append(EMPTY_LINE);
      this.#refusal = null;
    } catch (error) {
      this.#refuse(error);
    }
  }

  #refuse(error: unknown): Error {
    this.#refusal = error instanceof Error ? error : new Error(String(error));
    this.#refusedAt = this.#now();
    return this.#refusal;
  }

  #tellDamaged(lines: number): void {
    if (lines > 0) this.#options.onIncident(new Error(`The store of episodes left out ${lines} damaged lines`));
  }
}
