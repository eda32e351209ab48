/** A real Postgres for the tests of a file, and logs in databases of their own. */
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { type OwnPostgres, startPostgres } from "../../../scripts/lib/postgres-server.mjs";
import { PostgresEpisodeLog, type PostgresLogOptions } from "../../../src/storage/postgres/postgres-log.ts";

/** Runs while the file's tests do. */
export function ownPostgres(): () => OwnPostgres {
  let postgres: OwnPostgres | null = null;
  beforeAll(async () => {
    const programs = process.env.POSTGRES_PROGRAMS;
    if (programs === undefined) throw new Error("Run these tests with `npm run test:postgres`, which finds Postgres");
    postgres = await startPostgres(programs);
  });
  afterAll(() => postgres?.stop());
  return () => {
    if (postgres === null) throw new Error("Postgres runs while tests do");
    return postgres;
  };
}

export const FOREVER = { days: 36_500, bytes: 2 ** 40 };

/** Closed with its test. */
export async function openPostgresLog(
  options: Partial<PostgresLogOptions> & { readonly url: string },
): Promise<PostgresEpisodeLog> {
  const log = await PostgresEpisodeLog.open({
    retention: FOREVER,
    build: async () => ({ version: "1.2.3", images: "none" }),
    onIncident: (error) => {
      throw error;
    },
    ...options,
  });
  onTestFinished(() => log.close());
  return log;
}
