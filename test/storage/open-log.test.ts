/** Which log a server gets for its settings, and when it does not start. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLog } from "../../src/storage/open-log.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";
import { headOf, stepOf } from "./support/small-episode.ts";

async function open(options: Partial<Parameters<typeof openLog>[0]>) {
  const opened = await openLog({
    folder: ownFolder(),
    isNamed: false,
    durability: "process",
    retention: { days: 7, bytes: 2 ** 30 },
    build: async () => ({ version: "1.2.3", images: "none" }),
    onIncident: () => undefined,
    ...options,
  });
  onTestFinished(() => opened.close());
  return opened;
}

/** Where no folder can be made, not even by root: a file lies in its place. */
function unusable(): string {
  const file = join(ownFolder(), "file");
  writeFileSync(file, "");
  return file;
}

test("a folder keeps what is promised, and makes itself", async () => {
  for (const durability of ["process", "disk"] as const) {
    const { log, warning } = await open({ folder: join(ownFolder(), "new", "folder"), durability, isNamed: true });
    expect([log.durability, warning]).toEqual([durability, null]);
  }
});

test("DURABILITY=none keeps nothing, and touches no folder", async () => {
  const { log, warning } = await open({ folder: unusable(), durability: "none", isNamed: true });
  expect([log.durability, warning, await log.reopen("a")]).toEqual(["none", null, null]);
});

test(":memory: is kept as long as the process runs, and promises nothing", async () => {
  const { log, warning } = await open({ folder: ":memory:", isNamed: true });
  expect([log.durability, warning]).toEqual(["none", null]);
  await (await log.begin(headOf("a"))).append(stepOf(1));
  expect((await log.reopen("a"))?.kept.steps).toHaveLength(1);
});

test("a default that cannot be used gives way to memory, with a warning that names no path", async () => {
  const folder = unusable();
  const { log, warning, reason } = await open({ folder });
  expect(log.durability).toBe("none");
  expect(warning).toContain("Warning EPISODES_IN_MEMORY");
  expect(warning).not.toContain(folder);
  expect(reason).toContain(folder);
});

test("a default that another server has gives way to memory, too", async () => {
  const folder = ownFolder();
  await openStoredLog({ folder });
  const { log, warning, reason } = await open({ folder });
  expect(log.durability).toBe("none");
  expect(warning).toContain("another server has the folder");
  expect(warning).not.toContain(String(process.pid));
  expect(reason).toContain(`the process ${process.pid} on `);
});

test("one that was named and cannot be used stops the start: why, and what to do", async () => {
  const file = unusable();
  await expect(open({ folder: file, isNamed: true })).rejects.toThrow(
    /^Cannot keep episodes in .*file: EEXIST.* Name another folder with DATA_DIR, or mend this one; DURABILITY=none keeps/,
  );
  const folder = ownFolder();
  mkdirSync(join(folder, "episodes.sqlite"));
  await expect(open({ folder, isNamed: true })).rejects.toThrow("Name another folder with DATA_DIR");
});

test("one that was named and is another server's stops the start, and names that one", async () => {
  const folder = ownFolder();
  await openStoredLog({ folder });
  await expect(open({ folder, isNamed: true })).rejects.toThrow(
    new RegExp(`keep episodes in ${folder}: the process ${process.pid} on .*Stop that process, or name another folder`),
  );
});
