/** Reads the episodes of a database for a command, beside the servers that write to it. */

import { databaseAddress, databaseFault } from "../../ground/database-address.ts";
import type { StoreReader } from "../store-reader.ts";
import { readEpisode } from "../stored-episode.ts";
import { DatabaseConnections } from "./database-connections.ts";
import { findEpisode, listEpisodeRows } from "./kept-rows.ts";

const AT_ONCE = 500;

/** @throws Error that says why it cannot be read, and what to do */
export async function readPostgres(url: string): Promise<StoreReader> {
  const database = new DatabaseConnections({ url, most: 2 });
  try {
    await database.ask((sql) => sql`SELECT version FROM tracefix.storage_version`);
  } catch (error) {
    await database.close();
    throw new Error(
      `Cannot read the episodes of the database ${databaseAddress(url)}: ${databaseFault(error)}. Name a server's with DATABASE_URL.`,
      { cause: error },
    );
  }
  return {
    async *list() {
      for (let after: string | null = null; ; ) {
        const page = await listEpisodeRows(database, { limit: AT_ONCE, after });
        yield* page;
        after = page.at(-1)?.id ?? null;
        if (after === null) return;
      }
    },
    async read(id) {
      const lines = await findEpisode(database, id);
      return lines === null ? null : readEpisode(lines);
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}
