/** What the database looks like, step by step: each is taken once, and one of a newer version is left alone. */
import type Database from "libsql";

/** From the first on; one that was released is never changed. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE episodes (
     key INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     session TEXT NOT NULL,
     label TEXT NOT NULL,
     task TEXT NOT NULL,
     begun_at INTEGER NOT NULL,
     last_at INTEGER NOT NULL,
     bytes INTEGER NOT NULL,
     damaged INTEGER NOT NULL DEFAULT 0,
     begun TEXT NOT NULL
   );
   CREATE INDEX episodes_by_session ON episodes (session, key);
   CREATE INDEX episodes_by_age ON episodes (last_at);
   CREATE INDEX large_episodes_by_age ON episodes (last_at) WHERE bytes > 1048576;
   CREATE TABLE steps (
     episode INTEGER NOT NULL,
     number INTEGER NOT NULL,
     line TEXT NOT NULL,
     PRIMARY KEY (episode, number)
   ) WITHOUT ROWID;
   CREATE TABLE intake (file INTEGER NOT NULL, bytes INTEGER NOT NULL);
   INSERT INTO intake (file, bytes) VALUES (0, 0);`,
];

/** @throws Error where the database was written by a newer version */
export function migrateDatabase(database: Database.Database): void {
  database.exec("CREATE TABLE IF NOT EXISTS storage_version (version INTEGER NOT NULL)");
  const row = database.prepare("SELECT max(version) AS version FROM storage_version").get([]);
  const version = Number((row as { version: unknown }).version ?? 0);
  if (version > MIGRATIONS.length) {
    throw new Error(
      `its database has version ${version}, and this server knows versions up to ${MIGRATIONS.length}: a newer server wrote it`,
    );
  }
  for (const [done, statements] of MIGRATIONS.entries()) {
    if (done < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${statements} INSERT INTO storage_version VALUES (${done + 1}); COMMIT`);
  }
}
