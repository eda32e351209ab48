import { expect, it } from "vitest";
import { digestOf } from "../../../src/evaluation/run/digest.ts";
import { resultsOf } from "../../../src/evaluation/statistics/results.ts";
import type { EpisodeRecord } from "../../../src/protocol/protocol.ts";
import { failed, makeRecord, makeStep } from "../support/records.ts";

const results = (...records: EpisodeRecord[]) =>
  resultsOf(records.map((record, index) => digestOf({ record, line: index + 1, size: 0 })));

it("counts what an endpoint broke off as an error and not as an attempt", () => {
  const { overall } = results(makeRecord(), makeRecord({ ...failed, ending: "error", score: 0.01, return: 0 }));
  expect(overall).toMatchObject({ episodes: 2, attempts: 1, errors: 1, solved: 1 });
  expect(overall.pass_at_1?.value).toBe(1);
  expect(overall.mean_score?.value).toBe(0.98);
  expect(overall.endings).toMatchObject({ solved: 1, error: 1, wrong_fix: 0 });
});

it("estimates pass@k as the mean over tasks, for every k that each task has attempts for", () => {
  const attempt = (task_name: string, repetition: number, solved: boolean) =>
    makeRecord({ task_name, repetition, ...(!solved && failed) });
  const { overall } = results(
    attempt("a", 0, true),
    attempt("a", 1, false),
    attempt("a", 2, false),
    attempt("b", 0, false),
    attempt("b", 1, false),
  );
  expect(overall.pass_at_1?.value).toBe(0.2);
  expect(overall.pass_at_k.map(({ k }) => k)).toEqual([2]);
  // Of task a's three pairs of attempts two hold the solved one; task b was never solved.
  expect(overall.pass_at_k[0]?.value).toBeCloseTo((2 / 3 + 0) / 2, 12);
});

it("counts steps of solved attempts, actions of all, tokens and cost", () => {
  const long = makeRecord({ steps: ["VIEW_CODE", "RUN_TESTS", "RUN_TESTS", "SUBMIT"].map((type) => makeStep(type)) });
  const usage = { requests: 2, prompt_tokens: 10, completion_tokens: 5, cost: 0.5 };
  const { overall } = results(makeRecord({ usage }), long, makeRecord({ ...failed, usage }));
  expect(overall.steps_to_solve).toEqual({ median: 3, lower_quartile: 2.5, upper_quartile: 3.5 });
  expect(overall.actions).toEqual({ RUN_TESTS: 4, SUBMIT: 3, VIEW_CODE: 1 });
  expect(overall).toMatchObject({ prompt_tokens: 20, completion_tokens: 10, cost: 1 });
});

it("groups by difficulty from easy to hard, by bug type and by task", () => {
  const { by_difficulty, by_bug_type, by_task } = results(
    makeRecord({ task_name: "z", difficulty: "hard" }),
    makeRecord({ task_name: "y", difficulty: "easy", bug_type: "missing-step" }),
    makeRecord({ task_name: "x", difficulty: "medium" }),
  );
  expect(Object.keys(by_difficulty)).toEqual(["easy", "medium", "hard"]);
  expect(Object.keys(by_bug_type)).toEqual(["missing-step", "off-by-one"]);
  expect(Object.keys(by_task)).toEqual(["x", "y", "z"]);
  expect(by_bug_type["off-by-one"]?.attempts).toBe(2);
});

it("groups by split, set and operator class, as far as they are known", () => {
  const { by_split, by_task_set, by_operator_class } = results(
    makeRecord({ task_name: "x", split: "test", task_set: "generated", operator_class: "silly" }),
    makeRecord({ task_name: "y", split: "train", task_set: "generated", operator_class: "realistic" }),
    makeRecord({ task_name: "z", split: "train", task_set: "classic" }),
    makeRecord({ task_name: "w", split: null }),
  );
  expect(Object.keys(by_split)).toEqual(["train", "test"]);
  expect(Object.keys(by_task_set)).toEqual(["classic", "generated"]);
  expect(Object.keys(by_operator_class)).toEqual(["realistic", "silly"]);
  expect(by_task_set.generated?.attempts).toBe(2);
});

it("has figures for no episodes at all", () => {
  const { overall, by_task } = results();
  expect(overall).toMatchObject({ episodes: 0, pass_at_1: null, mean_return: null, steps_to_solve: null });
  expect(by_task).toEqual({});
});
