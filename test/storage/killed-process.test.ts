/** A process that keeps steps is killed, and another one goes on where it was. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { FolderHeldError } from "../../src/storage/folder-held-error.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";

const KEEPER = join(import.meta.dirname, "fixtures", "append-until-killed.mjs");
const KILLS = 4;

/** Starts one that keeps steps. `kill` ends it after so many were told of, and gives the last of each session. */
function startKeeper(folder: string) {
  const child = spawn(process.execPath, [KEEPER, folder], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const told = new Map<string, number>();
  const kill = async (after: number) => {
    let lines = 0;
    const gone = once(child, "exit");
    for await (const line of createInterface(child.stdout)) {
      const [session = "", number] = line.split(" ");
      told.set(session, Number(number));
      lines += 1;
      if (lines === after) child.kill("SIGKILL");
    }
    await gone;
    return told;
  };
  return { child, kill };
}

test(`of ${KILLS} processes killed at random moments none loses a step that it told of, and none keeps half of one`, async () => {
  for (let round = 0; round < KILLS; round += 1) {
    const folder = ownFolder();
    const after = 3 + Math.floor(Math.random() * 4000);
    const told = await startKeeper(folder).kill(after);
    expect([...told.keys()]).toEqual(["a", "b", "c"]);
    const log = await openStoredLog({ folder });
    for (const [session, last] of told) {
      const steps = (await log.reopen(session))?.kept.steps ?? [];
      expect(steps.length, `killed after ${after} lines`).toBeGreaterThanOrEqual(last);
      // It may have kept further ones, of which it could not tell any more.
      expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    }
    await log.close();
  }
});

test("a folder is one process's own, who is named, until it ends, however it ends", async () => {
  const folder = ownFolder();
  const keeper = startKeeper(folder);
  await once(keeper.child.stdout, "data");
  const refused = await openStoredLog({ folder }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FolderHeldError);
  expect(String(refused)).toContain(`the process ${keeper.child.pid} on `);
  keeper.child.stdout.resume();
  keeper.child.kill("SIGKILL");
  await once(keeper.child, "exit");
  expect((await (await openStoredLog({ folder })).reopen("a"))?.kept.task.name).toBe("task");
});
