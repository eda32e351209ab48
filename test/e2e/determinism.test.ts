/** The same seed, episode id and actions give the same bytes: in another process, in another order, and under load. */
import { describe, expect, it } from "vitest";
import { Player } from "../support/player.ts";
import { startServer } from "../support/server-process.ts";

const TASKS = [
  "sum_even_wrong_condition",
  "binary_search_wrong_mid",
  "lru_cache_no_promotion",
  "merge_intervals_missing_sort",
];

const LOOP = {
  action_type: "REPLACE_LINES",
  start_line: 1,
  end_line: 1,
  new_code_block: "while True: pass\ndef f(*a):",
};
const ACTIONS: readonly Readonly<Record<string, unknown>>[] = [
  { action_type: "VIEW_CODE", thought: "look first" },
  { action_type: "RUN_TESTS" },
  { action_type: "REPLACE_LINES", start_line: 2, end_line: 2, new_code_block: "    raise ValueError('no')" },
  { action_type: "RUN_TESTS" },
  { action_type: "REPLACE_LINES", start_line: 2, end_line: 2, new_code_block: "    def broken(" },
  { action_type: "UNDO_EDIT" },
  LOOP,
  { action_type: "RUN_TESTS" },
  { action_type: "RESET_TO_ORIGINAL" },
  { action_type: "FLY" },
  { action_type: "REPLACE_LINES", start_line: 900, end_line: 901, new_code_block: "x" },
  { action_type: "SUBMIT" },
];

async function play(port: number, task: string): Promise<readonly string[]> {
  await using player = await Player.connect(port);
  await player.reset({ task_name: task, seed: 4242, episode_id: `episode of ${task}` });
  for (const action of ACTIONS) await player.step(action);
  return player.received;
}

/** Keeps the server busy with sessions whose every test loops, until it is told to stop. */
async function burden(port: number, until: AbortSignal): Promise<void> {
  await using player = await Player.connect(port);
  for (let seed = 0; !until.aborted; seed += 1) {
    await player.reset({ seed, max_steps: 5 });
    await player.step(LOOP);
    await player.step({ action_type: "RUN_TESTS" });
  }
}

describe("an episode", () => {
  it("has the same bytes in another process, in another order, side by side, and under load", async () => {
    await using quiet = await startServer({ WORKERS: "2" });
    await using busy = await startServer({ WORKERS: "1" });
    const expected: (readonly string[])[] = [];
    for (const task of TASKS) expected.push(await play(quiet.port, task));

    const over = new AbortController();
    const load = Promise.all([1, 2, 3].map(() => burden(busy.port, over.signal)));
    const sideBySide = await Promise.all([...TASKS].reverse().map((task) => play(busy.port, task)));
    over.abort();
    await load;

    expect(sideBySide.reverse()).toEqual(expected);
    expect(expected.flat().join("")).toContain("line 1");
    for (const received of expected) expect(received.length).toBe(ACTIONS.length + 1);
  });
});
