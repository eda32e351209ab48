/** Makes a folder one process's own. The system lets the lock go with the process, however that one ends. */
import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type Database from "libsql";
import { z } from "zod";
import { errorCodeOf } from "../ground/error-code.ts";
import { makeFoldersNow } from "../ground/make-folders.ts";
import { parseJson } from "../ground/parse-json.ts";
import { FolderHeldError } from "./folder-held-error.ts";
import { OWN_FILE_MODE } from "./own-file.ts";

const LOCK_FILE = "lock.sqlite";
const HOLDER_FILE = "holder.json";

const holderSchema = z.object({ pid: z.int(), host: z.string(), since: z.string() });

/**
 * Makes the folder if there is none.
 * @returns what gives it back
 * @throws FolderHeldError, or another Error where it cannot be made or written
 */
export function lockFolder(folder: string, open: (path: string) => Database.Database): () => void {
  makeFoldersNow(folder, 0o700);
  const lock = open(join(folder, LOCK_FILE));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (errorCodeOf(error) === "SQLITE_BUSY") throw new FolderHeldError(`${holderOf(folder)} keeps its episodes there`);
    throw error;
  }
  const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  try {
    writeFileSync(join(folder, HOLDER_FILE), `${JSON.stringify(holder)}\n`, { mode: OWN_FILE_MODE });
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}

function holderOf(folder: string): string {
  const holder = holderSchema.safeParse(parseJson(readOr(join(folder, HOLDER_FILE), "")));
  if (!holder.success) return "another process";
  const { pid, host, since } = holder.data;
  return `the process ${pid} on ${host}, which began at ${since},`;
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}
