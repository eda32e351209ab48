/** How much one episode may bring a store to keep. */
import { expect, test } from "vitest";
import type { EpisodeLog } from "../../src/environment/episode-log.ts";
import { MemoryEpisodeLog } from "../../src/storage/memory-log.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";
import { headOf, stepOf } from "./support/small-episode.ts";

const MIB = 2 ** 20;

function stepOfSize(number: number, bytes: number) {
  const step = stepOf(number);
  const action = { action_type: "REPLACE_LINES", new_code_block: "x".repeat(bytes) };
  return { ...step, attempt: { ...step.attempt, action } };
}

const LOGS: Record<string, () => Promise<EpisodeLog>> = {
  "a folder": () => openStoredLog(),
  memory: async () => new MemoryEpisodeLog({ build: { version: "1.2.3", images: "none" }, bytes: 256 * MIB }),
};

test.each(Object.entries(LOGS))(
  "%s keeps 16 MiB of an episode, then short steps alone, so that it can be handed in, also after it was reopened",
  async (_, open) => {
    const log = await open();
    const begun = await log.begin(headOf("a"));
    for (let number = 1; number <= 15; number += 1) await begun.append(stepOfSize(number, MIB));
    const tooLarge = /^The step was not kept: it has 10\d{5} bytes, its episode has 157\d{5}, and 16777216 is the most/;
    await expect(begun.append(stepOfSize(16, MIB))).rejects.toThrow(tooLarge);
    await begun.append(stepOfSize(16, MIB - 20_000));
    await expect(begun.append(stepOfSize(17, 20_000))).rejects.toThrow("Steps of fewer than 4096 bytes are still kept");
    const again = (await log.reopen("a"))?.record;
    await expect(again?.append(stepOfSize(17, 20_000))).rejects.toThrow("The step was not kept");
    for (let number = 17; number <= 30; number += 1) await again?.append(stepOfSize(number, 3000));
    expect((await log.reopen("a"))?.kept.steps).toHaveLength(30);
    const last = stepOfSize(31, 20_000);
    await again?.append({ ...last, result: { ...last.result, done: true } });
    expect((await log.reopen("a"))?.kept.steps).toHaveLength(31);
    // Another episode has all of its own room.
    await (await log.begin(headOf("a"))).append(stepOfSize(1, MIB));
  },
);

test("what an episode takes is known to the next process, too", async () => {
  const folder = ownFolder();
  const log = await openStoredLog({ folder });
  const begun = await log.begin(headOf("a"));
  for (let number = 1; number <= 15; number += 1) await begun.append(stepOfSize(number, MIB));
  await log.close();
  const next = await openStoredLog({ folder });
  await expect((await next.reopen("a"))?.record.append(stepOfSize(16, MIB))).rejects.toThrow("The step was not kept");
});
