/** Which days a database keeps: whole ones go, of which nothing is played any more. */
import postgresClient from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { DatabaseConnections } from "../../src/storage/postgres/database-connections.ts";
import { KeptDays } from "../../src/storage/postgres/kept-days.ts";
import { headOf, stepOf } from "../storage/support/small-episode.ts";
import { FOREVER, openPostgresLog, ownPostgres } from "./support/own-postgres.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const postgres = ownPostgres();

/** A database with an episode of one step begun on each of the days, so many days ago. */
async function bench(ages: readonly number[]) {
  const url = await postgres().database();
  const sql = postgresClient(url, { max: 1, onnotice: () => undefined });
  const database = new DatabaseConnections({ url, most: 1 });
  onTestFinished(() => database.close());
  onTestFinished(() => sql.end());
  const log = await openPostgresLog({ url });
  for (const age of ages) {
    const before = await openPostgresLog({ url, now: () => Date.now() - age * DAY_MS });
    await (await before.begin(headOf(`begun ${age} days ago`))).append(stepOf(1));
    const day = Math.floor(Date.now() / DAY_MS) - age;
    for (const table of ["steps", "episodes"]) {
      await sql`UPDATE ${sql(`tracefix.${table}`)} SET at = now() - make_interval(days => ${age}) WHERE day = ${day}`;
    }
  }
  const left = async () => {
    const found = await Promise.all(ages.map((age) => log.reopen(`begun ${age} days ago`)));
    return ages.filter((_, place) => found[place] !== null);
  };
  const upkeep = async (retention: { readonly days: number; readonly bytes: number }) =>
    (await KeptDays.open(database, retention)).upkeep();
  return { log, left, upkeep };
}

test("days go whole once all their episodes are too old, and nothing else does", async () => {
  const { log, left, upkeep } = await bench([30, 12, 9, 1, 0]);
  // One that began long ago is played today: its day stays.
  await (await log.reopen("begun 12 days ago"))?.record.append(stepOf(2));
  await upkeep({ ...FOREVER, days: 7 });
  expect(await left()).toEqual([12, 1, 0]);
  // Steps of what is left go on.
  await (await log.reopen("begun 12 days ago"))?.record.append(stepOf(3));
  expect((await log.reopen("begun 12 days ago"))?.kept.steps).toHaveLength(3);
});

test("for too many bytes the oldest days go in which nothing is played, and never the present one", async () => {
  const { log, left, upkeep } = await bench([6, 4, 2, 0]);
  await (await log.reopen("begun 4 days ago"))?.record.append(stepOf(2));
  await upkeep({ ...FOREVER, bytes: 1 });
  expect(await left()).toEqual([4, 0]);
});

test("many servers let the same days go at once, while others are played", async () => {
  const { log, left, upkeep } = await bench([9, 8, 0]);
  const record = (await log.reopen("begun 0 days ago"))?.record;
  const playing = (async () => {
    for (let number = 2; number <= 100; number += 1) await record?.append(stepOf(number));
  })();
  await Promise.all(Array.from({ length: 4 }, () => upkeep({ ...FOREVER, days: 7 })));
  await playing;
  expect(await left()).toEqual([0]);
});
