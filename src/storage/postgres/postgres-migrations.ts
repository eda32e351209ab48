/** What the database looks like, step by step: each is taken once, by one server at a time. */
import type { Sql } from "postgres";

/** Among all that anybody locks in the database: the same for every server. */
export const MIGRATION_LOCK = 7_203_118_640_001;

/**
 * From the first on; one that was released is never changed.
 *
 * Rows lie by the day on which their episode began, so that a day goes whole, and a step's key is unique although each
 * day is a table of its own. A step without a line ends its episode: its session has begun another one.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE SEQUENCE tracefix.writers AS integer;
   CREATE TABLE tracefix.days (day integer PRIMARY KEY);
   CREATE TABLE tracefix.episodes (
     day integer NOT NULL,
     id uuid NOT NULL,
     place bigint GENERATED ALWAYS AS IDENTITY,
     session text NOT NULL,
     label text NOT NULL,
     task text NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     line text NOT NULL,
     PRIMARY KEY (id, day)
   ) PARTITION BY RANGE (day);
   CREATE INDEX episodes_by_session ON tracefix.episodes (session, place);
   CREATE INDEX episodes_by_place ON tracefix.episodes (place);
   CREATE INDEX episodes_by_age ON tracefix.episodes USING brin (at);
   CREATE TABLE tracefix.steps (
     day integer NOT NULL,
     episode uuid NOT NULL,
     number integer NOT NULL,
     writer integer NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     line text,
     PRIMARY KEY (episode, number, day)
   ) PARTITION BY RANGE (day);
   CREATE INDEX steps_by_age ON tracefix.steps USING brin (at);

   CREATE FUNCTION tracefix.day_name(day integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
     SELECT to_char(date '1970-01-01' + day, 'YYYY_MM_DD')
   $$;

   CREATE FUNCTION tracefix.make_day(new_day integer) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(${MIGRATION_LOCK});
     IF EXISTS (SELECT FROM tracefix.days WHERE day = new_day) THEN RETURN; END IF;
     EXECUTE format('CREATE TABLE tracefix.%I PARTITION OF tracefix.episodes FOR VALUES FROM (%s) TO (%s)',
       'episodes_' || tracefix.day_name(new_day), new_day, new_day + 1);
     EXECUTE format('CREATE TABLE tracefix.%I PARTITION OF tracefix.steps FOR VALUES FROM (%s) TO (%s)',
       'steps_' || tracefix.day_name(new_day), new_day, new_day + 1);
     INSERT INTO tracefix.days VALUES (new_day);
   END $$;

   CREATE FUNCTION tracefix.is_played(of_day integer, since timestamptz) RETURNS boolean LANGUAGE sql AS $$
     SELECT EXISTS (SELECT FROM tracefix.steps WHERE day = of_day AND at >= since)
       OR EXISTS (SELECT FROM tracefix.episodes WHERE day = of_day AND at >= since)
   $$;

   CREATE FUNCTION tracefix.drop_day(old_day integer, since timestamptz) RETURNS boolean
   LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(${MIGRATION_LOCK});
     IF NOT EXISTS (SELECT FROM tracefix.days WHERE day = old_day) THEN RETURN false; END IF;
     IF tracefix.is_played(old_day, since) THEN RETURN false; END IF;
     LOCK TABLE tracefix.steps, tracefix.episodes IN ACCESS EXCLUSIVE MODE;
     IF tracefix.is_played(old_day, since) THEN RETURN false; END IF;
     EXECUTE format('DROP TABLE tracefix.%I', 'steps_' || tracefix.day_name(old_day));
     EXECUTE format('DROP TABLE tracefix.%I', 'episodes_' || tracefix.day_name(old_day));
     DELETE FROM tracefix.days WHERE day = old_day;
     RETURN true;
   END $$;

   CREATE FUNCTION tracefix.day_bytes(of_day integer) RETURNS bigint LANGUAGE sql AS $$
     SELECT coalesce(sum(pg_total_relation_size(to_regclass(format('tracefix.%I', kind || tracefix.day_name(of_day))))), 0)::bigint
     FROM unnest(ARRAY['steps_', 'episodes_']) AS kind
   $$;

   CREATE FUNCTION tracefix.begin_episode(
     new_day integer, new_id uuid, of_session text, new_label text, new_task text, by_writer integer, new_line text,
     step_lines text[]
   ) RETURNS void LANGUAGE plpgsql AS $$
   DECLARE before record;
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended(of_session, 0));
     SELECT day, id INTO before FROM tracefix.episodes WHERE session = of_session ORDER BY place DESC LIMIT 1;
     IF FOUND THEN
       LOOP
         INSERT INTO tracefix.steps (day, episode, number, writer)
           SELECT before.day, before.id, 1 + coalesce(max(number), 0), by_writer
           FROM tracefix.steps WHERE day = before.day AND episode = before.id
           ON CONFLICT DO NOTHING;
         EXIT WHEN FOUND;
       END LOOP;
     END IF;
     INSERT INTO tracefix.episodes (day, id, session, label, task, line)
       VALUES (new_day, new_id, of_session, new_label, new_task, new_line);
     INSERT INTO tracefix.steps (day, episode, number, writer, line)
       SELECT new_day, new_id, number, by_writer, line FROM unnest(step_lines) WITH ORDINALITY AS given (line, number);
   END $$;`,
  // No session's hash is empty: nobody finds them by it again.
  `CREATE FUNCTION tracefix.leave_session(of_session text, by_writer integer) RETURNS boolean LANGUAGE plpgsql AS $$
   DECLARE before record;
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended(of_session, 0));
     SELECT day, id INTO before FROM tracefix.episodes WHERE session = of_session ORDER BY place DESC LIMIT 1;
     IF NOT FOUND THEN RETURN false; END IF;
     LOOP
       INSERT INTO tracefix.steps (day, episode, number, writer)
         SELECT before.day, before.id, 1 + coalesce(max(number), 0), by_writer
         FROM tracefix.steps WHERE day = before.day AND episode = before.id
         ON CONFLICT DO NOTHING;
       EXIT WHEN FOUND;
     END LOOP;
     UPDATE tracefix.episodes SET session = '' WHERE session = of_session;
     RETURN true;
   END $$;`,
];

/** @throws Error where the database was written by a newer version, or may not be written */
export async function migratePostgres(sql: Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    await transaction`CREATE SCHEMA IF NOT EXISTS tracefix`;
    await transaction`CREATE TABLE IF NOT EXISTS tracefix.storage_version (version integer PRIMARY KEY)`;
    const [row] = await transaction`SELECT coalesce(max(version), 0) AS version FROM tracefix.storage_version`;
    const version = Number(row?.version);
    if (version > MIGRATIONS.length) {
      throw new Error(
        `its tables have version ${version}, and this server knows versions up to ${MIGRATIONS.length}: a newer server wrote them`,
      );
    }
    for (const [done, statements] of MIGRATIONS.entries()) {
      if (done < version) continue;
      await transaction.unsafe(statements);
      await transaction`INSERT INTO tracefix.storage_version VALUES (${done + 1})`;
    }
  });
}
