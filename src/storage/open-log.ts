/** Opens the log of episodes that the settings ask for, or the best that this machine allows where they ask for nothing. */
import { type EpisodeLog, keepsNothing } from "../environment/episode-log.ts";
import { DEFAULT_STORE, STORE_HELD, storeUnusable } from "../words/store-words.ts";
import type { EpisodeShelf } from "./episode-shelf.ts";
import { FolderHeldError } from "./folder-held-error.ts";
import { MemoryEpisodeLog } from "./memory-log.ts";
import { PostgresEpisodeLog } from "./postgres/postgres-log.ts";
import type { Retention } from "./storage-messages.ts";
import type { ServerBuild } from "./stored-episode.ts";
import { StoredEpisodeLog } from "./stored-log.ts";

export interface OpenLogOptions {
  /** The address of a database that takes the folder's place, if any. */
  readonly databaseUrl?: string | undefined;
  /** A folder, or `:memory:`. */
  readonly folder: string;
  /** Whether the operator named it: one that was named is used or refused, never passed over. */
  readonly isNamed: boolean;
  readonly durability: "none" | "process" | "disk";
  readonly retention: Retention;
  readonly build: () => Promise<ServerBuild>;
  readonly onIncident: (error: Error) => void;
}

export interface OpenedLog {
  readonly log: EpisodeLog;
  /** What readers find kept episodes on; null where they are in memory alone, or nowhere. */
  readonly shelf: EpisodeShelf | null;
  /** What an operator should know, and anybody may. */
  readonly warning: string | null;
  /** What only an operator should know of it. */
  readonly reason: string | null;
  /** Why it takes nothing now; null while it does. */
  obstacle(): string | null;
  close(): Promise<void>;
}

export const IN_MEMORY = ":memory:";
/** Nobody planned for more. */
const MEMORY_BYTES = 64 * 1024 * 1024;

/** @throws Error that says why the database or the folder that was named cannot be used, and what to do */
export async function openLog(options: OpenLogOptions): Promise<OpenedLog> {
  const { folder, isNamed, durability, retention, build, onIncident, databaseUrl: url } = options;
  if (durability === "none") return heldBy(keepsNothing);
  if (url !== undefined) return openedAs(await PostgresEpisodeLog.open({ url, retention, build, onIncident }));
  if (folder === IN_MEMORY) return heldBy(await inMemory(options));
  try {
    return openedAs(await StoredEpisodeLog.open({ folder, durability, retention, build, onIncident }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const isHeld = error instanceof FolderHeldError;
    if (isNamed) throw new Error(storeUnusable(folder, why, isHeld), { cause: error });
    return { ...heldBy(await inMemory(options)), warning: isHeld ? STORE_HELD : DEFAULT_STORE, reason: why };
  }
}

function openedAs(log: StoredEpisodeLog | PostgresEpisodeLog): OpenedLog {
  return { log, shelf: log, warning: null, reason: null, obstacle: () => log.obstacle(), close: () => log.close() };
}

function heldBy(log: EpisodeLog): OpenedLog {
  return { log, shelf: null, warning: null, reason: null, obstacle: () => null, close: async () => undefined };
}

async function inMemory({ build, retention }: OpenLogOptions): Promise<EpisodeLog> {
  return new MemoryEpisodeLog({ build: await build(), bytes: Math.min(MEMORY_BYTES, retention.bytes) });
}
