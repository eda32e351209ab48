/** What the server remembers of what is played stays bounded, however much is played. */
import { randomBytes } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { StepResult } from "../../src/protocol/protocol.ts";
import { EpisodeBoard } from "../../src/server/watch/episode-board.ts";
import {
  MAX_EPISODE_TEXT,
  MAX_KEPT_STEPS,
  MAX_LABEL_LENGTH,
  MAX_LIVE_LENGTH,
  MAX_RECENT,
} from "../../src/server/watch/limits.ts";
import { Stage } from "../sessions/fake-environment.ts";

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
}

/** Begins an episode on the board, and gives what tells it of steps. */
async function begin(board: EpisodeBoard, seed: number) {
  const environment = new Stage().create("key");
  const request = { seed, episode_id: `e${seed}` };
  const result = await environment.reset(request);
  const follower = board.begun({ labels: {}, request, state: environment.state, task: environment.task, result });
  const step = async (action_type: string): Promise<StepResult> => {
    const stepped = await environment.step({ action_type });
    follower.stepped({ action_type }, stepped);
    return stepped;
  };
  return { follower, step };
}

describe("the board of episodes", () => {
  test("forgets the oldest of those that are over", async () => {
    const board = new EpisodeBoard({ full: true });
    for (let seed = 0; seed < MAX_RECENT + 5; seed += 1) await (await begin(board, seed)).step("SUBMIT");
    const rows = board.recentRows();
    expect(rows).toHaveLength(MAX_RECENT);
    expect(rows[0]?.seed).toBe(MAX_RECENT + 4);
    expect(rows.at(-1)?.seed).toBe(5);
    expect(board.liveCount).toBe(0);
  });

  test("keeps so many steps of one episode, and counts the others", async () => {
    const board = new EpisodeBoard({ full: true });
    const { follower, step } = await begin(board, 1);
    const result = await step("VIEW_CODE");
    for (let more = 1; more < MAX_KEPT_STEPS + 10; more += 1) follower.stepped({ action_type: "VIEW_CODE" }, result);
    const [row] = board.liveRows();
    expect(row).toMatchObject({ recorded: false, state: "live" });
    expect(board.find(row?.id ?? "")?.stepsFrom(0)).toHaveLength(MAX_KEPT_STEPS);
  });

  test("keeps no more of an episode than can be sent at once, although its steps share their code", async () => {
    const board = new EpisodeBoard({ full: true });
    const { follower, step } = await begin(board, 1);
    const small = await step("VIEW_CODE");
    const code_dict = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`${at + 1}`, "x".repeat(30)]));
    const result = { ...small, observation: { ...small.observation, code_dict } };
    for (let more = 0; more < 100; more += 1) follower.stepped({ action_type: "VIEW_CODE" }, result);
    const [row] = board.liveRows();
    expect(row?.recorded).toBe(false);
    const kept = board.find(row?.id ?? "")?.stepsFrom(0) ?? [];
    expect(kept.length).toBeGreaterThan(30);
    expect(JSON.stringify(kept).length).toBeLessThan(1.2 * MAX_EPISODE_TEXT);
  });

  test("still counts an episode that finds no room, without its prompt", async () => {
    const board = new EpisodeBoard({ full: true });
    expect(board.admits(MAX_LIVE_LENGTH)).toBe(true);
    const { step } = await begin(board, 1);
    await step("VIEW_CODE");
    const [row] = board.liveRows();
    expect(row).toMatchObject({ recorded: false, step_count: 1 });
    expect(board.find(row?.id ?? "")?.initial.metadata).toMatchObject({ system_prompt: "" });
  });

  test("holds on to no more of a policy's texts than it shows", async () => {
    const board = new EpisodeBoard({ full: true });
    const { follower, step } = await begin(board, 1);
    const result = await step("VIEW_CODE");
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    for (let more = 0; more < 100; more += 1) {
      const text = randomBytes(1_000_000).toString("latin1");
      follower.stepped({ action_type: text, thought: text }, result);
    }
    // Slices of the texts would hold them whole, and the board would know nothing of it.
    collectGarbage();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(15_000_000);
    expect(board.liveRows()[0]?.last_action).toHaveLength(MAX_LABEL_LENGTH);
  });

  test("remembers a player that left in the middle, and nobody who never stepped", async () => {
    const board = new EpisodeBoard({ full: true });
    const first = await begin(board, 1);
    await first.step("VIEW_CODE");
    first.follower.left();
    (await begin(board, 2)).follower.left();
    expect(board.recentRows()).toMatchObject([{ seed: 1, state: "left", ending: "gave_up", solved: false }]);
  });
});
