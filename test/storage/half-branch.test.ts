/** A branch begins with steps behind it, which are kept one after the other: half of them are no episode. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { expect, test } from "vitest";
import { StepTakenError } from "../../src/environment/episode-log.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { openWorldGym, request } from "../environment/support/open-gym.ts";
import { FailingFiles } from "./support/failing-files.ts";
import { openStoredLog } from "./support/open-stored-log.ts";
import { ownFolder } from "./support/own-folder.ts";
import { headOf, stepOf } from "./support/small-episode.ts";

const branchOf = (session: string, label: string) => {
  const head = headOf(session, "branch");
  return { ...head, request: { ...head.request, episode_id: label }, branchedSteps: 3 };
};

/** An episode of one step, and a branch of which so many of its three were kept when the server was killed. */
async function killedWhileBranching(steps: number) {
  const [folder, other] = [ownFolder(), ownFolder()];
  const log = await openStoredLog({ folder });
  await (await log.begin(headOf("a", "before"))).append(stepOf(1));
  const branch = await log.begin(branchOf("a", "branch"));
  for (let number = 1; number <= steps; number += 1) await branch.append(stepOf(number));
  for (const name of readdirSync(folder)) {
    if (/^(intake-|episodes\.sqlite)/.test(name)) writeFileSync(join(other, name), readFileSync(join(folder, name)));
  }
  return other;
}

test("a branch that was half written is not the session's episode, nor found by its label: the one before is", async () => {
  for (const steps of [0, 2]) {
    const folder = await killedWhileBranching(steps);
    const log = await openStoredLog({ folder });
    const found = await log.reopen("a");
    expect(found?.kept).toMatchObject({ task: { name: "before" }, steps: [{ number: 1 }] });
    expect(await log.reopen("a", "branch")).toBeNull();
    await found?.record.append(stepOf(2));
    await log.close();
    const database = new Database(join(folder, "episodes.sqlite"));
    expect(database.prepare("SELECT episode, number FROM steps").raw().all([])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    database.close();
    expect((await (await openStoredLog({ folder })).reopen("a"))?.kept.steps).toHaveLength(2);
  }
});

test("a branch that was written whole is the session's episode", async () => {
  const log = await openStoredLog({ folder: await killedWhileBranching(3) });
  expect((await log.reopen("a"))?.kept).toMatchObject({ task: { name: "branch" }, steps: [{}, {}, {}] });
});

test("who asks for the episode while its branch is being written takes the branch from who writes it", async () => {
  const log = await openStoredLog();
  await log.begin(headOf("a", "before"));
  const branch = await log.begin(branchOf("a", "branch"));
  await branch.append(stepOf(1));
  expect((await log.reopen("a"))?.kept.task.name).toBe("before");
  await expect(branch.append(stepOf(2))).rejects.toThrow(StepTakenError);
  expect((await log.reopen("a"))?.kept.task.name).toBe("before");
});

test("a gym whose branch was half kept goes on with the episode it had", async () => {
  const files = new FailingFiles();
  const log = await openStoredLog({ files });
  const { tasks, sandbox } = openWorldGym();
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session: "a", log });
  await gym.reset(request({ max_steps: 8 }));
  for (let step = 0; step < 4; step += 1) await gym.step({ action_type: "VIEW_CODE" });
  let written = 0;
  files.isFull = () => {
    written += 1;
    return written === 3;
  };
  await expect(gym.branch({ episode: "episode", step: 3 }, "branch")).rejects.toThrow();
  files.isFull = () => false;
  expect((await log.reopen("a"))?.kept).toMatchObject({ request: { episode_id: "episode" }, steps: [{}, {}, {}, {}] });
  expect((await gym.step({ action_type: "VIEW_CODE" })).observation.step_count).toBe(5);
  await gym.branch({ episode: "episode", step: 3 }, "branch");
  expect((await log.reopen("a"))?.kept).toMatchObject({ request: { episode_id: "branch" }, steps: [{}, {}, {}] });
});
