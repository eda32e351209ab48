/** The thread that has the database: nobody who plays waits for it, but who brings an episode back. */
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";
import { EpisodeDatabase } from "./episode-database.ts";
import { FolderHeldError } from "./folder-held-error.ts";
import { lockFolder } from "./folder-lock.ts";
import { DATABASE_FILE } from "./intake-names.ts";
import { letEpisodesGo } from "./let-episodes-go.ts";
import { makeOwnFile } from "./own-file.ts";
import { SteadyClock, systemClocks } from "./steady-clock.ts";
import type { StorageAnswer, StorageQuestion, StorageThreadData } from "./storage-messages.ts";
import { intakeFiles, removeTakenFiles, takeOver } from "./take-over.ts";

const { folder, retention } = workerData as StorageThreadData;
/** A backup or a list that is being read keeps nobody waiting longer. */
const BUSY_MS = 5000;
const clock = new SteadyClock(systemClocks);

const port = parentPort;
if (port === null) throw new Error("This file runs in a thread");
const tell = (answer: StorageAnswer): void => port.postMessage(answer);

let letLockGo: (() => void) | null = null;
try {
  letLockGo = lockFolder(folder, (path) => new Database(makeOwnFile(path)));
  const database = new EpisodeDatabase(new Database(makeOwnFile(join(folder, DATABASE_FILE)), { timeout: BUSY_MS }));
  const damaged = takeOver(database, { folder });
  const nextFile = Math.max(database.taken.file, ...intakeFiles(folder)) + 1;
  tidy(database, nextFile);
  serve(database, letLockGo);
  tell({ kind: "ready", nextFile, damaged });
} catch (error) {
  letLockGo?.();
  tell({ kind: "refused", reason: error instanceof FolderHeldError ? "held" : "other", message: messageOf(error) });
}

function serve(database: EpisodeDatabase, letLockGo: () => void): void {
  port?.on("message", ({ number, question }: { number: number; question: StorageQuestion }) => {
    try {
      tell({ kind: "answer", number, answer: answerTo(database, question) });
    } catch (error) {
      tell({ kind: "failed", number, message: messageOf(error) });
    }
    if (question.name !== "close") return;
    database.close();
    letLockGo();
    port?.close();
  });
}

function answerTo(database: EpisodeDatabase, question: StorageQuestion): unknown {
  switch (question.name) {
    case "takeOver": {
      const damaged = takeOver(database, { folder, upTo: question.upTo });
      tidy(database, question.firstInUse);
      return { damaged };
    }
    case "lastOf":
      takeOver(database, { folder, upTo: question.upTo });
      return database.lastOf(question.session, question.label);
    case "byId":
      takeOver(database, { folder, upTo: question.upTo });
      return database.byId(question.id);
    case "list":
      return database.list(question.limit, question.after);
    case "newest":
      takeOver(database, { folder, upTo: question.upTo });
      return database.newest(question.limit, question.before);
    case "close":
      takeOver(database, { folder, upTo: question.upTo });
      tidy(database, database.taken.file + 1);
      return null;
  }
}

/** Lets go what is not kept any longer, and removes the files of the intake below the number. */
function tidy(database: EpisodeDatabase, below: number): void {
  letEpisodesGo(database, retention, clock);
  if (intakeFiles(folder).every((number) => number >= below)) return;
  database.checkpoint();
  removeTakenFiles(folder, below);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
