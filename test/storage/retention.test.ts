/** How long episodes are kept, and how much of them. */
import { expect, test } from "vitest";
import { MemoryEpisodeLog } from "../../src/storage/memory-log.ts";
import type { StoredEpisodeLog } from "../../src/storage/stored-log.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";
import { headOf, stepOf } from "./support/small-episode.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const MIB = 2 ** 20;

const stepsOf = async (log: Pick<StoredEpisodeLog, "reopen">, session: string) =>
  (await log.reopen(session))?.kept.steps.length ?? null;

test("an episode goes whole, so many days after its last step", async () => {
  const folder = ownFolder();
  let now = Date.now() - 10 * DAY_MS;
  const log = await openStoredLog({ folder, now: () => now });
  for (const session of ["old", "played on"]) await (await log.begin(headOf(session))).append(stepOf(1));
  const record = (await log.reopen("played on"))?.record;
  now = Date.now() - 2 * DAY_MS;
  await record?.append(stepOf(2));
  await (await log.begin(headOf("new"))).append(stepOf(1));
  await log.close();
  const again = await openStoredLog({ folder, retention: { days: 7, bytes: 2 ** 40 } });
  expect([await stepsOf(again, "old"), await stepsOf(again, "played on"), await stepsOf(again, "new")]).toEqual([
    null,
    2,
    1,
  ]);
});

test("above so many bytes the oldest go, whole, a few at a time, and what is kept fits", async () => {
  const folder = ownFolder();
  let now = Date.now();
  const log = await openStoredLog({ folder, now: () => now });
  const sessions = Array.from({ length: 600 }, (_, number) => `session ${number}`);
  for (const session of sessions) {
    now += 1;
    const record = await log.begin(headOf(session));
    for (const number of [1, 2]) await record.append(stepOf(number, "x".repeat(8000)));
  }
  await log.close();
  const again = await openStoredLog({ folder, retention: { days: 7, bytes: 4 * MIB } });
  const kept = await Promise.all(sessions.map((session) => stepsOf(again, session)));
  const first = kept.indexOf(2);
  expect(first).toBeGreaterThan(0);
  expect(kept.slice(0, first).every((steps) => steps === null)).toBe(true);
  expect(kept.slice(first).every((steps) => steps === 2)).toBe(true);
  expect((kept.length - first) * 16_000).toBeLessThan(4 * MIB);
  expect((kept.length - first) * 16_000).toBeGreaterThan(3 * MIB);
});

test("who fills the store with large episodes pushes out large ones alone, and no more than has to go", async () => {
  const folder = ownFolder();
  const log = await openStoredLog({ folder });
  const others = Array.from({ length: 50 }, (_, number) => `session ${number}`);
  for (const session of others) await (await log.begin(headOf(session))).append(stepOf(1));
  const flood = Array.from({ length: 12 }, (_, number) => headOf("flood", `large ${number}`));
  const ofHalfMib = (number: number) => {
    const step = stepOf(number);
    return {
      ...step,
      attempt: { ...step.attempt, action: { action_type: "REPLACE_LINES", new: "x".repeat(MIB / 2) } },
    };
  };
  for (const [place, head] of flood.entries()) {
    const record = await log.begin({ ...head, request: { ...head.request, episode_id: `large ${place}` } });
    for (const number of [1, 2, 3]) await record.append(ofHalfMib(number));
  }
  await log.close();
  const again = await openStoredLog({ folder, retention: { days: 7, bytes: 8 * MIB } });
  const kept = await Promise.all(others.map((session) => stepsOf(again, session)));
  expect(kept.every((steps) => steps === 1)).toBe(true);
  const large = await Promise.all(flood.map((_, place) => again.reopen("flood", `large ${place}`)));
  // Of 18 MiB those that fit into 8 beside the others, and those are the last ones.
  expect(large.map((found) => found?.kept.steps.length ?? null)).toEqual([...Array(7).fill(null), ...Array(5).fill(3)]);
});

test("memory keeps the episodes that were played last, up to so many bytes", async () => {
  const build = { version: "1.2.3", images: "none" };
  const log = new MemoryEpisodeLog({ build, bytes: 100_000 });
  const first = await log.begin(headOf("first"));
  for (let number = 1; number <= 30; number += 1) {
    await (await log.begin(headOf(`session ${number}`))).append(stepOf(1, "x".repeat(4000)));
    await first.append(stepOf(number));
  }
  expect(await stepsOf(log, "session 1")).toBeNull();
  expect(await stepsOf(log, "session 30")).toBe(1);
  expect(await stepsOf(log, "first")).toBe(30);
});
