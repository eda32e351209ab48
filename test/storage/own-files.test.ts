/** What agents sent is for the eyes of who runs the server. */
import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { backUpStore } from "../../src/storage/back-up-store.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";
import { headOf, stepOf } from "./support/small-episode.ts";

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const modesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));

/** As most systems have it: whatever is made others may read. */
function letOthersRead(): void {
  const before = process.umask(0o022);
  onTestFinished(() => void process.umask(before));
}

/** A store of an episode, with every file that it ever has beside its database. */
async function fill(folder: string): Promise<void> {
  const log = await openStoredLog({ folder });
  await (await log.begin(headOf("a"))).append(stepOf(1));
  await log.reopen("a");
}

test.skipIf(process.platform === "win32")(
  "each file is its owner's alone, those of a backup too, and so is a folder that the store makes",
  async () => {
    letOthersRead();
    const [folder, backup] = [join(ownFolder(), "made"), join(ownFolder(), "backup")];
    await fill(folder);
    await backUpStore(folder, backup);
    expect([modeOf(folder), modeOf(backup)]).toEqual(["700", "700"]);
    const modes = modesOf(folder);
    expect(Object.keys(modes)).toEqual(
      expect.arrayContaining(["episodes.sqlite", "episodes.sqlite-wal", "holder.json", "lock.sqlite"]),
    );
    expect(Object.keys(modes).some((name) => name.startsWith("intake-"))).toBe(true);
    for (const [name, mode] of Object.entries({ ...modes, ...modesOf(backup) }))
      expect([name, mode]).toEqual([name, "600"]);
  },
);

test.skipIf(process.platform === "win32")("a folder that was there stays as it is, its new files closed", async () => {
  letOthersRead();
  const folder = ownFolder();
  chmodSync(folder, 0o755);
  await fill(folder);
  expect([modeOf(folder), new Set(Object.values(modesOf(folder)))]).toEqual(["755", new Set(["600"])]);
});
