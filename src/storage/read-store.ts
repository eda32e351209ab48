/** Reads a store for a command: the folder itself where nobody has it, else a copy of it. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backUpStore } from "./back-up-store.ts";
import type { StoredSummary } from "./episode-database.ts";
import { FolderHeldError } from "./folder-held-error.ts";
import { DATABASE_FILE } from "./intake-names.ts";
import { StorageThread } from "./storage-thread.ts";
import type { StoreReader } from "./store-reader.ts";
import { readEpisode } from "./stored-episode.ts";

/** Reading lets nothing go. */
const FOREVER = { days: 1_000_000, bytes: Number.MAX_SAFE_INTEGER };
const AT_ONCE = 500;

/** @throws Error that says why it cannot be read, and what to do */
export async function readStore(folder: string): Promise<StoreReader> {
  if (!existsSync(join(folder, DATABASE_FILE))) {
    throw new Error(
      `Cannot read the episodes of ${folder}: none are kept there. Name a server's DATA_DIR with --data-dir.`,
    );
  }
  try {
    return readerOf(await StorageThread.start({ folder, retention: FOREVER }), async () => undefined);
  } catch (error) {
    if (!(error instanceof FolderHeldError)) throw error;
  }
  const copy = await mkdtemp(join(tmpdir(), "tracefix-episodes-"));
  const forget = () => rm(copy, { recursive: true, force: true });
  try {
    await backUpStore(folder, copy);
    return readerOf(await StorageThread.start({ folder: copy, retention: FOREVER }), forget);
  } catch (error) {
    await forget();
    throw error;
  }
}

function readerOf(thread: StorageThread, forget: () => Promise<void>): StoreReader {
  return {
    async *list() {
      for (let after: string | null = null; ; ) {
        const page: readonly StoredSummary[] = await thread.ask("list", { limit: AT_ONCE, after });
        yield* page;
        after = page.at(-1)?.id ?? null;
        if (after === null) return;
      }
    },
    async read(id) {
      const lines = await thread.ask("byId", { id, upTo: { file: thread.nextFile, bytes: 0 } });
      return lines === null ? null : readEpisode(lines);
    },
    async [Symbol.asyncDispose]() {
      await thread.close({ upTo: { file: thread.nextFile, bytes: 0 } });
      await forget();
    },
  };
}
