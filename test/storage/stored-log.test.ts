/** What a log in a folder does when its disk, its folder or what lies there is not as it should be. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import Database from "libsql";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DamagedEpisodeError } from "../../src/storage/stored-episode.ts";
import { FailingFiles } from "./support/failing-files.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";
import { headOf, stepOf } from "./support/small-episode.ts";

afterEach(() => void vi.useRealTimers());

const stepsOf = async (log: Awaited<ReturnType<typeof openStoredLog>>, session: string) =>
  (await log.reopen(session))?.kept.steps.length;

/** Sessions `a` and `b`, of two steps each in turn, in files that nobody has taken over. */
async function twoEpisodes() {
  const folder = ownFolder();
  const files = new FailingFiles();
  const log = await openStoredLog({ folder, files });
  const records = [await log.begin(headOf("a")), await log.begin(headOf("b"))];
  for (const number of [1, 2]) for (const record of records) await record.append(stepOf(number));
  const [name = ""] = readdirSync(folder).filter((name) => name.startsWith("intake-"));
  return { folder, files, log, records, intake: join(folder, name) };
}

/** What a machine finds that lost its process: the files as they are, and no lock. */
function crashed(folder: string): string {
  const other = ownFolder();
  for (const name of readdirSync(folder)) {
    if (/^(intake-|episodes\.sqlite)/.test(name)) writeFileSync(join(other, name), readFileSync(join(folder, name)));
  }
  return other;
}

describe("a damaged line", () => {
  test("that is the last one, half written, is as if it had never been", async () => {
    const { folder, intake } = await twoEpisodes();
    const other = crashed(folder);
    const path = intake.replace(folder, other);
    writeFileSync(path, readFileSync(path).subarray(0, -40));
    const log = await openStoredLog({ folder: other });
    expect([await stepsOf(log, "a"), await stepsOf(log, "b")]).toEqual([2, 1]);
  });

  test("in the middle takes its episode with it, even where it was its last, and no other", async () => {
    const { folder, intake } = await twoEpisodes();
    const other = crashed(folder);
    const path = intake.replace(folder, other);
    const lines = readFileSync(path, "utf8").split("\n");
    // The second step of `a`; that of `b` comes after it.
    lines[4] = lines[4]?.replace("VIEW_CODE", "VIEW_C0DE") ?? "";
    writeFileSync(path, lines.join("\n"));
    const incidents: string[] = [];
    const log = await openStoredLog({ folder: other, onIncident: ({ message }) => incidents.push(message) });
    expect(incidents).toEqual(["The store of episodes left out 1 damaged lines"]);
    await expect(log.reopen("a")).rejects.toThrow(DamagedEpisodeError);
    expect(await stepsOf(log, "b")).toBe(2);
    // The session is not lost with it.
    await (await log.begin(headOf("a"))).append(stepOf(1));
    expect(await stepsOf(log, "a")).toBe(1);
  });

  test("in the database takes its episode with it, and no other", async () => {
    const { folder, log } = await twoEpisodes();
    await log.close();
    const database = new Database(join(folder, "episodes.sqlite"));
    database.exec("UPDATE steps SET line = replace(line, 'VIEW_CODE', 'VIEW_C0DE') WHERE episode = 1 AND number = 2");
    database.close();
    const again = await openStoredLog({ folder });
    await expect(again.reopen("a")).rejects.toThrow(DamagedEpisodeError);
    expect(await stepsOf(again, "b")).toBe(2);
  });

  test("that is missing takes its episode with it, and no other", async () => {
    const { folder, log } = await twoEpisodes();
    await log.close();
    const database = new Database(join(folder, "episodes.sqlite"));
    database.exec("DELETE FROM steps WHERE episode = 1 AND number = 1");
    database.close();
    const again = await openStoredLog({ folder });
    await expect(again.reopen("a")).rejects.toThrow("step 1 is missing");
    expect(await stepsOf(again, "b")).toBe(2);
  });
});

describe("a disk", () => {
  test("that is full takes no step and says so until there is room, while what was kept can be read", async () => {
    const { log, files, records } = await twoEpisodes();
    expect(log.obstacle()).toBeNull();
    files.isFull = () => true;
    await expect(records[0]?.append(stepOf(3))).rejects.toThrow("ENOSPC");
    await expect(log.begin(headOf("c"))).rejects.toThrow("ENOSPC");
    expect(log.obstacle()).toBe("the store of episodes takes nothing");
    expect(await stepsOf(log, "a")).toBe(2);
    files.isFull = () => false;
    await records[0]?.append(stepOf(3));
    expect(log.obstacle()).toBeNull();
    expect(await stepsOf(log, "a")).toBe(3);
  });

  test("that has room again is found out by who asks how the store is, though nobody plays", async () => {
    let now = 0;
    const files = new FailingFiles();
    const log = await openStoredLog({ files, now: () => now });
    files.isFull = () => true;
    await expect(log.begin(headOf("a"))).rejects.toThrow("ENOSPC");
    files.isFull = () => false;
    expect(log.obstacle()).not.toBeNull();
    now += 1000;
    expect(log.obstacle()).toBeNull();
  });

  test("that fails to sync is believed no more: nothing is taken until another start, which finds what there is", async () => {
    const folder = ownFolder();
    const files = new FailingFiles();
    const incidents: Error[] = [];
    const onIncident = (error: Error) => incidents.push(error);
    const log = await openStoredLog({ folder, files, durability: "disk", onIncident });
    const record = await log.begin(headOf("a"));
    await record.append(stepOf(1));
    files.failsToSync = () => true;
    await expect(record.append(stepOf(2))).rejects.toThrow("start the server again");
    files.failsToSync = () => false;
    await expect(record.append(stepOf(3))).rejects.toThrow("start the server again");
    await expect(log.reopen("a")).rejects.toThrow("start the server again");
    expect(log.obstacle()).toBe("the store of episodes takes nothing");
    await log.close();
    expect(await stepsOf(await openStoredLog({ folder }), "a")).toBeGreaterThanOrEqual(1);
  });

  test("that never answers is waited for ten seconds", async () => {
    const files = new FailingFiles();
    const log = await openStoredLog({ files, durability: "disk" });
    const record = await log.begin(headOf("a"));
    let answer = (): void => undefined;
    files.wait = new Promise((resolve) => {
      answer = resolve;
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const appended = record.append(stepOf(1));
    const late = expect(appended).rejects.toThrow("has not answered in 10000 ms");
    await vi.advanceTimersByTimeAsync(10_000);
    await late;
    vi.useRealTimers();
    answer();
    files.wait = null;
    // What was not known is found out by asking.
    expect(await stepsOf(log, "a")).toBe(1);
  });

  test("whose folder was removed takes nothing more", async () => {
    const folder = ownFolder();
    const incidents: Error[] = [];
    const log = await openStoredLog({ folder, onIncident: (error) => incidents.push(error) });
    const record = await log.begin(headOf("a"));
    rmSync(folder, { recursive: true });
    await record.append(stepOf(1));
    await expect.poll(() => log.obstacle()).toBe("the store of episodes takes nothing");
    expect(incidents).not.toEqual([]);
    await expect(record.append(stepOf(2))).rejects.toThrow("start the server again");
  });
});

describe.each(["process", "disk"] as const)("a store whose thread has ended, with DURABILITY=%s,", (durability) => {
  test("takes nothing and gives nothing, for its lock went with the thread and another has the folder", async () => {
    const folder = ownFolder();
    const threads: Worker[] = [];
    const note = (thread: Worker) => void threads.push(thread);
    process.on("worker", note);
    const incidents: string[] = [];
    const log = await openStoredLog({ folder, durability, onIncident: ({ message }) => incidents.push(message) });
    process.off("worker", note);
    const record = await log.begin(headOf("a"));
    await record.append(stepOf(1));
    expect(log.obstacle()).toBeNull();
    for (const thread of threads) await thread.terminate();
    const lost = "has lost its folder, since its thread has ended; start the server again";
    await expect(record.append(stepOf(2))).rejects.toThrow(lost);
    await expect(log.begin(headOf("b"))).rejects.toThrow(lost);
    await expect(log.reopen("a")).rejects.toThrow(lost);
    expect(log.obstacle()).toBe("the store of episodes takes nothing");
    const next = await openStoredLog({ folder });
    expect([await stepsOf(next, "a"), await stepsOf(next, "b")]).toEqual([1, undefined]);
    await (await next.reopen("a"))?.record.append(stepOf(2));
    await expect(record.append(stepOf(2))).rejects.toThrow(lost);
    expect(await stepsOf(next, "a")).toBe(2);
  });
});

test("a reset that was not kept in time does not stand in the place of the episode that goes on", async () => {
  const folder = ownFolder();
  const files = new FailingFiles();
  const log = await openStoredLog({ folder, files, durability: "disk" });
  const before = await log.begin(headOf("a", "before"));
  let answer = (): void => undefined;
  files.wait = new Promise((resolve) => {
    answer = resolve;
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const late = expect(log.begin(headOf("a", "after"))).rejects.toThrow("has not answered");
  await vi.advanceTimersByTimeAsync(10_000);
  await late;
  vi.useRealTimers();
  answer();
  const found = await openStoredLog({ folder: crashed(folder) });
  expect((await found.reopen("a"))?.kept).toMatchObject({ id: before.id, task: { name: "before" } });
});

test("a database that a newer server wrote is left alone", async () => {
  const { folder, log } = await twoEpisodes();
  await log.close();
  const database = new Database(join(folder, "episodes.sqlite"));
  database.exec("INSERT INTO storage_version VALUES (99)");
  database.close();
  await expect(openStoredLog({ folder })).rejects.toThrow(
    "its database has version 99, and this server knows versions up to 1: a newer server wrote it",
  );
});

test("files of the intake are gone once the database has them", async () => {
  const folder = ownFolder();
  const log = await openStoredLog({ folder, fileBytes: 500 });
  const record = await log.begin(headOf("a"));
  for (let number = 1; number <= 20; number += 1) await record.append(stepOf(number));
  await log.close();
  expect(readdirSync(folder).filter((name) => name.startsWith("intake-"))).toEqual([]);
  expect(await stepsOf(await openStoredLog({ folder }), "a")).toBe(20);
});

test("a file of the intake stays until its sync has ended, though the database has it", async () => {
  const folder = ownFolder();
  const files = new FailingFiles();
  let letGo = () => {};
  files.wait = new Promise((resolve) => {
    letGo = resolve;
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const log = await openStoredLog({ folder, files, fileBytes: 500 });
  const record = await log.begin(headOf("a"));
  for (let number = 1; number <= 20; number += 1) await record.append(stepOf(number));
  const names = () => readdirSync(folder).filter((name) => name.startsWith("intake-"));
  const before = names();
  expect(before.length).toBeGreaterThan(2);
  // The sync begins, and waits for its disk; then the database takes over.
  await vi.advanceTimersByTimeAsync(1000);
  expect(await stepsOf(log, "a")).toBe(20);
  expect(names()).toEqual(before);
  letGo();
  files.wait = null;
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
    await record.append(stepOf(((await stepsOf(log, "a")) ?? 0) + 1));
    expect(names()).not.toContain(before[0]);
  });
  expect(log.obstacle()).toBeNull();
});

test("the session's key, which may be a secret, is nowhere in the folder", async () => {
  const folder = ownFolder();
  const log = await openStoredLog({ folder });
  const secret = "a-secret-of-the-client-0123456789";
  await log.begin({ ...headOf(secret), request: { seed: 1, episode_id: "its label" } });
  expect(await stepsOf(log, secret)).toBe(0);
  const contents = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
  expect(contents.join("")).toContain("its label");
  expect(contents.join("")).not.toContain(secret);
});
