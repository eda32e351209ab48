/** Every log that a server may have, held against the contract. */
import { describe, expect, test } from "vitest";
import type { EpisodeLog } from "../../src/environment/episode-log.ts";
import { MemoryEpisodeLog } from "../../src/storage/memory-log.ts";
import { describeEpisodeLog, type LogSubject } from "../environment/episode-log-contract.ts";
import { FailingFiles } from "./support/failing-files.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";
import { headOf, stepOf } from "./support/small-episode.ts";

/** A session's episodes under these labels, one after the other, each of a task of the same name and of a step more. */
async function playUnder(log: EpisodeLog, session: string, labels: readonly string[]): Promise<void> {
  for (const [place, label] of labels.entries()) {
    const head = headOf(session, label);
    const record = await log.begin({ ...head, request: { ...head.request, episode_id: label } });
    for (let number = 1; number <= place + 1; number += 1) await record.append(stepOf(number));
  }
}

async function foundUnder(log: EpisodeLog, session: string, label?: string) {
  const kept = (await log.reopen(session, label))?.kept;
  return kept === undefined ? null : [kept.request.episode_id, kept.steps.length];
}

describeEpisodeLog("what is kept in memory", async () => {
  const build = { version: "1.2.3", images: "none" };
  const log = new MemoryEpisodeLog({ build, bytes: 2 ** 30 });
  return { log, restart: async () => log };
});

describe.each(["process", "disk"] as const)("with DURABILITY=%s", (durability) => {
  const open = async (options: { readonly fileBytes?: number } = {}): Promise<LogSubject> => {
    const folder = ownFolder();
    const files = new FailingFiles();
    const log = await openStoredLog({ folder, durability, files, ...options });
    const restart = async () => {
      await log.close();
      return openStoredLog({ folder, durability });
    };
    return { log, restart, failNext: () => files.failNext() };
  };
  describeEpisodeLog("what is kept in a folder", open);
  describeEpisodeLog("what is kept in many small files of the intake", () => open({ fileBytes: 2000 }));
});

test("each episode of a session is found by its label, the last of a label that came twice, in another process too", async () => {
  const folder = ownFolder();
  const log = await openStoredLog({ folder });
  await playUnder(log, "a", ["first", "second", "second"]);
  await playUnder(log, "b", ["other"]);
  const check = async (log: EpisodeLog) => {
    expect(await foundUnder(log, "a", "first")).toEqual(["first", 1]);
    expect(await foundUnder(log, "a", "second")).toEqual(["second", 3]);
    expect(await foundUnder(log, "a")).toEqual(["second", 3]);
    expect(await foundUnder(log, "a", "unknown")).toBeNull();
    // Another session's labels are nobody else's.
    expect(await foundUnder(log, "a", "other")).toBeNull();
  };
  await check(log);
  await log.close();
  const again = await openStoredLog({ folder });
  await check(again);
  // An earlier one goes on in its own place.
  await (await again.reopen("a", "first"))?.record.append(stepOf(2));
  expect([await foundUnder(again, "a", "first"), await foundUnder(again, "a")]).toEqual([
    ["first", 2],
    ["second", 3],
  ]);
});

test("memory, which knows a session's last episode alone, gives that one whatever the label", async () => {
  const log = new MemoryEpisodeLog({ build: { version: "1.2.3", images: "none" }, bytes: 2 ** 20 });
  await playUnder(log, "a", ["first", "second"]);
  for (const label of ["first", "second", "unknown", undefined]) {
    expect(await foundUnder(log, "a", label)).toEqual(["second", 2]);
  }
  expect(await foundUnder(log, "b", "first")).toBeNull();
});
