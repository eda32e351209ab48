import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { loadTaskSet, type TaskSet } from "../tasks/support/task-set.ts";

const NAMES = [
  "sum_even_wrong_condition",
  "sum_even_missing_accumulator",
  "reverse_string_wrong_step",
  "reverse_string_returns_original",
  "binary_search_off_by_one",
  "binary_search_wrong_mid",
  "flatten_missing_recursion",
  "flatten_inverted_branch",
  "word_count_no_lower",
  "word_count_no_punct_strip",
  "lru_cache_wrong_eviction",
  "lru_cache_no_promotion",
  "valid_parentheses_wrong_mapping",
  "valid_parentheses_no_empty_check",
  "merge_intervals_strict_overlap",
  "merge_intervals_missing_sort",
];

let server: ServerProcess;
let tasks: TaskSet;
beforeAll(async () => {
  [server, tasks] = await Promise.all([startServer(), loadTaskSet(join(packageRoot(), "programs"))]);
});
afterAll(() => server.stop());

function referenceFix(name: string) {
  const task = tasks.tasks.find((candidate) => candidate.name === name);
  if (task === undefined) throw new Error(`there is no task ${name}`);
  const lines = task.code.text.trimEnd().split("\n").length;
  return { action_type: "REPLACE_LINES", start_line: 1, end_line: lines, new_code_block: task.program.solution.text };
}

describe("the sixteen tasks, played over a WebSocket on a real server process", () => {
  it("are exactly these", () => {
    expect(tasks.tasks.map((task) => task.name).sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)("%s is solved by its reference fix, through the disciplined loop", async (name) => {
    await using player = await Player.connect(server.port);
    const start = await player.reset({ task_name: name, seed: 11 });
    expect(start).toMatchObject({ reward: 0, done: false });
    const diagnosis = await player.step({ action_type: "RUN_TESTS" });
    const failing = diagnosis.observation.test_results.filter((test) => !test.passed);
    expect(failing.length).toBeGreaterThan(0);
    expect(failing.length).toBeLessThan(diagnosis.observation.test_results.length);
    await player.step(referenceFix(name));
    const verified = await player.step({ action_type: "RUN_TESTS" });
    expect(verified.observation.test_results.every((test) => test.passed)).toBe(true);
    const end = await player.step({ action_type: "SUBMIT" });
    expect(end.done).toBe(true);
    expect(end.reward).toBeCloseTo(0.98, 6);
    expect(end.observation.info.task_name).toBe(name);
  });

  it.each(NAMES)("%s, submitted untouched, ends at 0.01", async (name) => {
    await using player = await Player.connect(server.port);
    await player.reset({ task_name: name, seed: 11 });
    const end = await player.step({ action_type: "SUBMIT" });
    expect(end).toMatchObject({ done: true, reward: 0.01 });
  });

  it("never shows a task's full name, its solution or its hidden tests before the end", async () => {
    for (const task of tasks.tasks) {
      await using player = await Player.connect(server.port);
      await player.reset({ task_name: task.name, seed: 5 });
      await player.step({ action_type: "VIEW_CODE" });
      await player.step({ action_type: "RUN_TESTS" });
      const seen = player.received.join("");
      expect(seen).not.toContain(task.name);
      expect(seen).not.toContain(task.bugType);
      expect(seen).not.toContain(JSON.stringify(task.program.solution).slice(1, -1));
      expect(seen).not.toMatch(/hidden_tests|generate\(/);
    }
  });
});
