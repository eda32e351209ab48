/** What a disk has that forgets all that was not synced. */
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ForgetfulFiles } from "./support/forgetful-files.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";
import { headOf, stepOf } from "./support/small-episode.ts";

const SESSIONS = ["a", "b", "c", "d"];

/** Plays so many steps in all sessions at once, then cuts the power. @returns what was acknowledged, and what is found */
async function play(durability: "process" | "disk", rounds: number) {
  const [folder, after] = [ownFolder(), ownFolder()];
  const files = new ForgetfulFiles();
  const log = await openStoredLog({ folder, durability, files, fileBytes: 1500 });
  const acknowledged = new Map<string, number>();
  const cut = join(after, "cut");
  const players = SESSIONS.map(async (session, place) => {
    const record = await log.begin(headOf(session));
    acknowledged.set(session, 0);
    for (let number = 1; number <= rounds + place; number += 1) {
      await record.append(stepOf(number));
      acknowledged.set(session, number);
      // The database takes over, and files of the intake go, while others play.
      if (number % 5 === 0) await log.reopen(session);
    }
  });
  // In the middle of it: the others are still at it.
  await Promise.race(players);
  const known = new Map(acknowledged);
  files.cutPower(folder, cut);
  await Promise.all(players);
  const again = await openStoredLog({ folder: cut });
  const found = new Map<string, number>();
  for (const session of SESSIONS) found.set(session, (await again.reopen(session))?.kept.steps.length ?? -1);
  await again.close();
  await log.close();
  return { known, found };
}

test("with DURABILITY=disk a power cut takes no step that was acknowledged", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (rounds) => {
      const { known, found } = await play("disk", rounds);
      for (const [session, number] of known) expect(found.get(session)).toBeGreaterThanOrEqual(number);
    }),
    { numRuns: 6 },
  );
});

test("with DURABILITY=process it may take the last ones, as this disk shows", async () => {
  const { known, found } = await play("process", 40);
  expect([...known].some(([session, number]) => (found.get(session) ?? -1) < number)).toBe(true);
});
