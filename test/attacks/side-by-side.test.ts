/** Eight sessions attack at once, and an honest one beside them sees what it would see on a quiet server. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { loadTaskSet } from "../tasks/support/task-set.ts";
import type { Attack } from "./attack.ts";
import { play, UNSOLVED_SCORE } from "./play.ts";
import { CATEGORIES } from "./suite/suite.ts";

const ATTACKERS = 8;
/** One attack in three is enough to keep both workers busy while every task is solved. */
const EACH = 9;

let server: ServerProcess;
let solutions: ReadonlyMap<string, string>;
beforeAll(async () => {
  const { tasks } = await loadTaskSet(join(packageRoot(), "programs"));
  solutions = new Map(tasks.map(({ name, program }) => [name, program.solution.text]));
  server = await startServer({ WORKERS: "2" });
});
afterAll(() => server.stop());

/** Solves a task by the book; every frame that came, as it came. */
async function solve(task: string): Promise<readonly string[]> {
  await using player = await Player.connect(server.port);
  const { observation } = await player.reset({ task_name: task, seed: 5, episode_id: "honest" });
  const end_line = Object.keys(observation.code_dict).length;
  await player.step({ action_type: "VIEW_CODE" });
  await player.step({ action_type: "RUN_TESTS" });
  await player.step({
    action_type: "REPLACE_LINES",
    start_line: 1,
    end_line,
    new_code_block: solutions.get(task) ?? "",
  });
  await player.step({ action_type: "RUN_TESTS" });
  const end = await player.step({ action_type: "SUBMIT" });
  expect([end.done, end.reward, end.observation.last_execution_output]).toEqual([
    true,
    0.98,
    expect.stringMatching(/^Submitted and solved\./),
  ]);
  return player.received;
}

/** Plays the attacks of its share until there are none left. */
async function attack(share: readonly Attack[]): Promise<readonly number[]> {
  const scores: number[] = [];
  for (const each of share) scores.push((await play(server.port, each)).finalScore);
  return scores;
}

describe("an honest session", () => {
  it("solves every task with the same bytes beside eight attacking sessions as alone", async () => {
    const names = [...solutions.keys()];
    const alone: (readonly string[])[] = [];
    for (const name of names) alone.push(await solve(name));

    const attacks = CATEGORIES.flatMap((category) => category.attacks).filter((_, at) => at % EACH === 0);
    const shares = Array.from({ length: ATTACKERS }, (_, own) => attacks.filter((_, at) => at % ATTACKERS === own));
    const attacking = Promise.all(shares.map(attack));
    const beside: (readonly string[])[] = [];
    for (const name of names) beside.push(await solve(name));

    expect(beside).toEqual(alone);
    expect(Math.max(...(await attacking).flat())).toBeLessThanOrEqual(UNSOLVED_SCORE);
    expect(server.process.exitCode).toBeNull();
  });
});
