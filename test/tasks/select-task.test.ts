import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pythonPack } from "../../src/languages/python/python.ts";
import { DIFFICULTIES, SPLITS, TraceFixError } from "../../src/protocol/protocol.ts";
import { selectTask, type TaskRequest } from "../../src/tasks/select-task.ts";
import type { TaskChoice } from "../../src/tasks/task.ts";
import { curriculumDifficulty } from "../../src/tasks/task-conditions.ts";
import { makeTasks } from "./support/make-task.ts";
import { taskSetOf } from "./support/task-set.ts";

/** Ten tasks: train 4 easy, 2 medium and 2 hard; validation 2 hard; test none. */
const TASKS = makeTasks([
  { name: "alpha", split: "train", difficulty: "easy" },
  { name: "bravo", split: "train", difficulty: "easy" },
  { name: "charlie", split: "train", difficulty: "medium" },
  { name: "delta", split: "train", difficulty: "hard" },
  { name: "echo", split: "validation", difficulty: "hard", language: { ...pythonPack, name: "javascript" } },
]);
const SET = taskSetOf(TASKS, { hash: "0" });

async function select(request: Partial<TaskRequest>) {
  const { task, index, split } = await selectTask(SET, { seed: 7, ...request });
  return { index, split, name: task.name };
}

async function refusal(request: Partial<TaskRequest>): Promise<string> {
  try {
    await select(request);
  } catch (error) {
    if (error instanceof TraceFixError && error.code === "VALIDATION_ERROR") return error.message;
    throw error;
  }
  throw new Error(`${JSON.stringify(request)} was not refused`);
}

const request: fc.Arbitrary<Partial<TaskRequest>> = fc.record({
  seed: fc.maxSafeNat(),
  split: fc.option(fc.constantFrom(...SPLITS)),
  difficulty: fc.option(fc.constantFrom(...DIFFICULTIES)),
  training_step: fc.option(fc.constantFrom(0, 1, 999, 1000, 4999, 5000, 10 ** 9)),
  language: fc.option(fc.constantFrom("python", "javascript")),
  index: fc.option(fc.nat(11)),
  task_name: fc.option(fc.constantFrom(...TASKS.map(({ name }) => name))),
});

describe("selectTask", () => {
  test("either refuses a request or meets every part of it", async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(request, async (wanted) => {
        let choice: TaskChoice;
        try {
          choice = await selectTask(SET, { seed: 0, ...wanted });
        } catch (error) {
          expect(error).toBeInstanceOf(TraceFixError);
          return;
        }
        met += 1;
        const { task, index, split } = choice;
        const level = wanted.training_step == null ? null : curriculumDifficulty(wanted.training_step);
        expect(split).toBe(wanted.split ?? null);
        expect(SET.inSplit(split)[index]).toBe(task);
        expect(wanted.index ?? index).toBe(index);
        expect(wanted.task_name ?? task.name).toBe(task.name);
        expect(wanted.split ?? task.program.split).toBe(task.program.split);
        expect(wanted.difficulty ?? task.difficulty).toBe(task.difficulty);
        expect(level ?? task.difficulty).toBe(task.difficulty);
        expect(wanted.language ?? task.program.language.name).toBe(task.program.language.name);
      }),
      { numRuns: 3000 },
    );
    expect(met).toBeGreaterThan(50);
  });

  test("refuses a request only if no task meets all of it", async () => {
    await fc.assert(
      fc.asyncProperty(request, async (wanted) => {
        const level = wanted.training_step == null ? null : curriculumDifficulty(wanted.training_step);
        const fits = SET.inSplit(wanted.split ?? null).some(
          (task, place) =>
            (wanted.index ?? place) === place &&
            (wanted.task_name ?? task.name) === task.name &&
            (wanted.difficulty ?? task.difficulty) === task.difficulty &&
            (level ?? task.difficulty) === task.difficulty &&
            (wanted.language ?? task.program.language.name) === task.program.language.name,
        );
        if (fits) await select(wanted);
        else await refusal(wanted);
      }),
      { numRuns: 3000 },
    );
  });

  test("makes the same choice again from the seed, index and split it reports", async () => {
    await fc.assert(
      fc.asyncProperty(fc.maxSafeNat(), fc.constantFrom(null, "train" as const), async (seed, split) => {
        const { index, name } = await select({ seed, split });
        expect((await select({ seed, split, index })).name).toBe(name);
      }),
    );
  });

  test("spreads counted-up seeds evenly over the tasks", async () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 5000; seed += 1) {
      const { name } = await select({ seed });
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(TASKS.length);
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
  });

  test("is pinned: a seed means the same task in every release", async () => {
    const names: string[] = [];
    for (const seed of [0, 1, 2, 3, Number.MAX_SAFE_INTEGER]) names.push((await select({ seed })).name);
    expect(names).toMatchInlineSnapshot(`
      [
        "bravo_two",
        "alpha_one",
        "alpha_two",
        "bravo_one",
        "bravo_one",
      ]
    `);
  });

  test("takes null for a field that was not given", async () => {
    const nothing = {
      task_name: null,
      index: null,
      difficulty: null,
      split: null,
      language: null,
      training_step: null,
    };
    expect(await select(nothing)).toEqual(await select({}));
  });

  test.each([
    [{ task_name: "delta_two" }, { name: "delta_two", index: 7, split: null }],
    [
      { task_name: "echo_one", split: "validation" },
      { name: "echo_one", index: 0, split: "validation" },
    ],
    [{ index: 4 }, { name: "charlie_one", index: 4, split: null }],
    [
      { index: 1, split: "validation" },
      { name: "echo_two", index: 1, split: "validation" },
    ],
    [
      { task_name: "alpha_two", index: 1, difficulty: "easy", training_step: 5, language: "python", split: "train" },
      { name: "alpha_two", index: 1, split: "train" },
    ],
    [
      { task_name: "delta_one", training_step: 0 },
      { name: "delta_one", index: 6, split: null },
    ],
  ] as const)("%j means %j", async (wanted, choice) => {
    expect(await select(wanted)).toEqual(choice);
  });

  test.each([
    [{ task_name: "charly_one" }, 'Cannot find the task "charly_one". Did you mean charlie_one?'],
    [
      { task_name: "charlie" },
      'Cannot find the task "charlie": that is a program. Its tasks are charlie_one, charlie_two.',
    ],
    [{ task_name: "?" }, 'Cannot find the task "?". There are 10, such as alpha_one, alpha_two, bravo_one.'],
    [{ task_name: "x".repeat(10_000) }, `Cannot find the task "${"x".repeat(79)}…"`],
    [{ task_name: "" }, 'Cannot find the task "".'],
    [{ task_name: "echo_one", split: "train" }, "task_name echo_one and split train: that task is in split validation"],
    [
      { task_name: "echo_one", index: 0 },
      "task_name echo_one and index 0: that task has the index 8 in the whole task set",
    ],
    [{ task_name: "echo_one", split: "validation", index: 1 }, "that task has the index 0 in split validation"],
    [{ task_name: "echo_one", difficulty: "easy" }, "task_name echo_one and difficulty easy: that task is hard"],
    [
      { task_name: "echo_one", training_step: 10 },
      "task_name echo_one and training_step 10, which calls for easy: that task is hard",
    ],
    [
      { task_name: "echo_one", language: "python" },
      "task_name echo_one and language python: that task is written in javascript",
    ],
    [
      { index: 10 },
      "Cannot take the task at index 10: the whole task set has 4 easy, 2 medium and 4 hard tasks, with indices 0 to 9.",
    ],
    [{ index: 2, split: "validation" }, "split validation has 2 hard tasks, with indices 0 to 1"],
    [{ index: 0, split: "test" }, "Cannot take the task at index 0: split test has no tasks."],
    [{ index: 0, difficulty: "hard" }, "index 0 of the whole task set and difficulty hard: that task is easy"],
    [
      { index: 0, training_step: 1000 },
      "index 0 of the whole task set and training_step 1000, which calls for medium: that task is easy",
    ],
    [
      { index: 0, language: "javascript" },
      "index 0 of the whole task set and language javascript: that task is written in python",
    ],
    [
      { difficulty: "easy", training_step: 5000 },
      "difficulty easy and training_step 5000, which calls for hard: they contradict each other",
    ],
    [
      { difficulty: "easy", split: "validation" },
      "Cannot draw a task from split validation with difficulty easy: split validation has 2 hard tasks.",
    ],
    [
      { training_step: 1, split: "validation" },
      "Cannot draw a task from split validation with training_step 1, which calls for easy",
    ],
    [
      { difficulty: "easy", language: "javascript" },
      "Cannot draw a task from the whole task set with language javascript and difficulty easy",
    ],
    [{ split: "test" }, "Cannot draw a task from split test: split test has no tasks."],
    [{ language: "pyton" }, 'Cannot find tasks in the language "pyton": there are tasks in python, javascript.'],
  ] as const)("refuses %j and says why", async (wanted, message) => {
    expect(await refusal(wanted)).toContain(message);
  });

  test("names the field at fault in the error's details", async () => {
    const attempt = select({ task_name: "echo_one", difficulty: "easy" });
    await expect(attempt).rejects.toThrow(
      expect.objectContaining({
        details: { errors: [expect.objectContaining({ loc: ["difficulty"], input: "easy" })] },
      }),
    );
  });
});

test("the curriculum goes from any to easy, medium and hard", () => {
  expect([0, 1, 999, 1000, 4999, 5000].map(curriculumDifficulty)).toEqual([
    null,
    "easy",
    "easy",
    "medium",
    "medium",
    "hard",
  ]);
});
