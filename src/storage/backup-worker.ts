/** The thread that copies a store, which may be written to meanwhile: what was kept before it began is in the copy. */
import { copyFileSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";
import { errorCodeOf } from "../ground/error-code.ts";
import { makeFoldersNow } from "../ground/make-folders.ts";
import type { BackupThreadData } from "./back-up-store.ts";
import { DATABASE_FILE, intakeName } from "./intake-names.ts";
import { makeOwnFile } from "./own-file.ts";
import { intakeFiles } from "./take-over.ts";

const { folder, into } = workerData as BackupThreadData;
/** The store's own thread writes for as long as it takes a piece of the intake over. */
const BUSY_MS = 10_000;

const path = join(folder, DATABASE_FILE);
if (!existsSync(path)) throw new Error("no episodes are kept there");
makeFoldersNow(into, 0o700);
if (readdirSync(into).length > 0) throw new Error(`the folder ${into} is not empty; name one that is, or a new one`);
// The intake before the database: a file that is gone meanwhile was taken over, and what was taken over is in the database.
for (const number of intakeFiles(folder)) copyIfThere(join(folder, intakeName(number)), join(into, intakeName(number)));
const database = new Database(path, { timeout: BUSY_MS });
try {
  database.prepare("VACUUM INTO ?").run([makeOwnFile(join(into, DATABASE_FILE))]);
} finally {
  database.close();
}
parentPort?.postMessage("done");

function copyIfThere(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (error) {
    if (errorCodeOf(error) !== "ENOENT") throw error;
  }
}
