/** Episodes go by their age, which a clock that jumps does not make. */
import { join } from "node:path";
import Database from "libsql";
import { expect, onTestFinished, test } from "vitest";
import { EpisodeDatabase } from "../../src/storage/episode-database.ts";
import { letEpisodesGo } from "../../src/storage/let-episodes-go.ts";
import { SteadyClock } from "../../src/storage/steady-clock.ts";
import { readStoredLine, writeStoredLine } from "../../src/storage/stored-line.ts";
import { ownFolder } from "./support/own-folder.ts";

const [SECOND_MS, HOUR_MS, DAY_MS] = [1000, 3_600_000, 86_400_000];
const RETENTION = { days: 7, bytes: 2 ** 40 };

/** Episodes of these ages in days, and a pass after so long by each of the two clocks. It says how many are kept. */
function storeOf(...ages: readonly number[]) {
  const database = new EpisodeDatabase(new Database(join(ownFolder(), "episodes.sqlite")));
  onTestFinished(() => database.close());
  let [wall, monotonic] = [1_800_000_000_000, 5000];
  const clock = new SteadyClock({ wall: () => wall, monotonic: () => monotonic });
  const begin = (id: string, at: number) => {
    const fields = { session: id, request: { episode_id: id }, task: { name: "task" } };
    const text = writeStoredLine({ kind: "begun", id, number: 0, at }, fields).trimEnd();
    const line = readStoredLine(text);
    if (line === null) throw new Error("The line is none");
    database.takeOver([{ ...line, text }], { file: 1, bytes: 0 });
  };
  for (const [place, days] of ages.entries()) begin(`episode-${place}`, wall - days * DAY_MS);
  return (byWall: number, byMonotonic: number) => {
    wall += byWall;
    monotonic += byMonotonic;
    letEpisodesGo(database, RETENTION, clock);
    return database.list(10, null).length;
  };
}

test("a clock that is eight days ahead for some seconds deletes nothing, however many passes there are meanwhile", () => {
  const pass = storeOf(1, 2, 3);
  expect(pass(8 * DAY_MS + SECOND_MS, SECOND_MS)).toBe(3);
  for (let seconds = 0; seconds < 30; seconds += 1) expect(pass(SECOND_MS, SECOND_MS)).toBe(3);
  expect(pass(-8 * DAY_MS + SECOND_MS, SECOND_MS)).toBe(3);
  expect(pass(HOUR_MS, HOUR_MS)).toBe(3);
});

test("a clock that goes on lets them go when their time has come, corrected by seconds or not", () => {
  const pass = storeOf(1, 6, 8);
  expect(pass(SECOND_MS, SECOND_MS)).toBe(2);
  expect(pass(DAY_MS - 30 * SECOND_MS, DAY_MS)).toBe(2);
  expect(pass(60 * SECOND_MS, 31 * SECOND_MS)).toBe(1);
});

test("a clock that stays where it was set for an hour is believed again", () => {
  const pass = storeOf(1, 8);
  expect(pass(2 * DAY_MS, SECOND_MS)).toBe(2);
  expect(pass(HOUR_MS - SECOND_MS, HOUR_MS - SECOND_MS)).toBe(2);
  expect(pass(SECOND_MS, SECOND_MS)).toBe(1);
});

test("a clock that jumps about is not believed for having jumped an hour ago", () => {
  const pass = storeOf(1);
  for (let jumps = 0; jumps < 10; jumps += 1) expect(pass(8 * DAY_MS, HOUR_MS / 2)).toBe(1);
});
