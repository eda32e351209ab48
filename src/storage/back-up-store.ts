/** Copies a store into another folder, of which a server can then be started. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { threadScript } from "./thread-script.ts";

export interface BackupThreadData {
  readonly folder: string;
  /** Is made; empty where it is there already. */
  readonly into: string;
}

/**
 * A server may write to the store meanwhile. What it kept before the call is in the copy; of later steps the first ones may be.
 * @throws Error that says what could not be copied, and why
 */
export async function backUpStore(folder: string, into: string): Promise<void> {
  const workerData: BackupThreadData = { folder, into };
  const thread = new Worker(threadScript("backup-worker"), { workerData });
  const ended = once(thread, "exit").catch(() => undefined);
  try {
    await once(thread, "message");
    await ended;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot copy the episodes of ${folder}: ${why}`, { cause: error });
  }
}
