/** Opens what a server keeps for a command: the database where one is named, else a folder. */
import { readPostgres } from "../storage/postgres/read-postgres.ts";
import { readStore } from "../storage/read-store.ts";
import type { StoreReader } from "../storage/store-reader.ts";

/** @throws Error that says why it cannot be read, and what to do */
export function openKeptEpisodes(folder: string, databaseUrl: string | undefined): Promise<StoreReader> {
  return databaseUrl === undefined ? readStore(folder) : readPostgres(databaseUrl);
}
