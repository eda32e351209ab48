/** The grid of Scores: which run solves which task. */
import { expect, test } from "vitest";
import type { RunRow, RunRows } from "../../src/protocol/page.ts";
import { countEnding, failureKinds } from "../../web/src/logic/failures.ts";
import { heatRows } from "../../web/src/logic/heat-map.ts";

const ROW: RunRow = {
  line: 1,
  key: "a task 0 0",
  agent: "scripted",
  model: null,
  task_name: "a_task",
  difficulty: "easy",
  bug_type: "off-by-one",
  split: "train",
  seed: 0,
  repetition: 0,
  training_step: null,
  steps: 3,
  return: 0,
  score: 0,
  solved: false,
  ending: "wrong_fix",
  tokens: null,
  cost: null,
  started_at: "2026-01-01T00:00:00.000Z",
  duration_ms: 10,
};
const solved = (task_name: string): RunRow => ({ ...ROW, task_name, solved: true, ending: "solved" });
const failed = (task_name: string, ending: RunRow["ending"] = "wrong_fix"): RunRow => ({ ...ROW, task_name, ending });
const run = (name: string, ...rows: RunRow[]): RunRows => ({ name, rows, unreadable: 0, has_report: false });

test("tasks stand with the hardest for all runs first, then by name, and a cell counts solved of attempts", () => {
  const rows = heatRows([
    run("first", solved("easy"), solved("easy"), failed("hard"), solved("middle"), failed("middle")),
    run("second", solved("easy"), failed("also_hard"), solved("middle")),
  ]);
  expect(rows).toEqual([
    { task_name: "also_hard", cells: [null, { attempts: 1, solved: 0 }] },
    { task_name: "hard", cells: [{ attempts: 1, solved: 0 }, null] },
    {
      task_name: "middle",
      cells: [
        { attempts: 2, solved: 1 },
        { attempts: 1, solved: 1 },
      ],
    },
    {
      task_name: "easy",
      cells: [
        { attempts: 2, solved: 2 },
        { attempts: 1, solved: 1 },
      ],
    },
  ]);
});

test("what the endpoint broke off is nobody's attempt", () => {
  expect(heatRows([run("only", failed("a_task", "error"))])).toEqual([]);
});

test("failures are counted by how the episodes ended, those that no row has left out", () => {
  const rows = [solved("a"), failed("a", "gave_up"), failed("b", "gave_up"), failed("b", "error")];
  expect(failureKinds(rows)).toEqual(["gave_up", "error"]);
  expect(countEnding(rows, "gave_up")).toBe(2);
  expect(failureKinds([solved("a")])).toEqual([]);
});
