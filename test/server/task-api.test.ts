import { describe, expect, test } from "vitest";
import { publicTaskSchema, resetRequestSchema } from "../../src/protocol/protocol.ts";
import { PublicTaskList } from "../../src/tasks/public-tasks.ts";
import { selectTask } from "../../src/tasks/select-task.ts";
import { makeTasks } from "../tasks/support/make-task.ts";
import { PROGRAMS_ROOT } from "../tasks/support/programs-root.ts";
import { loadTaskSet, taskSetOf } from "../tasks/support/task-set.ts";
import { type Answer, openHouse } from "./harness.ts";

const set = taskSetOf(
  makeTasks([
    { name: "sum", split: "train", difficulty: "easy" },
    { name: "sort", split: "train", difficulty: "hard" },
    { name: "search", split: "test", difficulty: "easy" },
  ]),
  { hash: "made up" },
);
const catalog = new PublicTaskList(set);

/** A server that tells of the tasks above, and `post`, which asks it of them. */
async function openLibrary() {
  const house = await openHouse({ catalog });
  const post = (path: string, body: object): Promise<Answer> => house.request("POST", `/tracefix_rl/${path}`, { body });
  return { ...house, post };
}

describe("the Task API", () => {
  test("[TASK-1] names the one environment there is", async () => {
    const { request } = await openLibrary();
    expect(await request("GET", "/list_environments")).toMatchObject({ status: 200, body: ["tracefix_rl"] });
  });

  test("[TASK-2] lists the splits, each with its type", async () => {
    const { request } = await openLibrary();
    const body = [
      { name: "train", type: "train" },
      { name: "validation", type: "validation" },
      { name: "test", type: "test" },
    ];
    expect(await request("GET", "/tracefix_rl/splits")).toMatchObject({ status: 200, body });
  });

  test("[TASK-3] takes an environment's name in capitals too, and answers its own", async () => {
    const { request } = await openLibrary();
    expect(await request("GET", "/TraceFix_RL/splits")).toMatchObject({ status: 200 });
    const { body } = await request("POST", "/TRACEFIX_RL/tasks", { body: { split: "test" } });
    expect(body).toMatchObject({ env_name: "tracefix_rl" });
  });

  test("[TASK-4] lists a split's tasks in compact rows, each as what a reset takes and what anybody may know", async () => {
    const { post } = await openLibrary();
    const { status, body } = await post("tasks", { split: "test" });
    expect(status).toBe(200);
    const task = {
      task_name: "search_one",
      split: "test",
      index: 0,
      difficulty: "easy",
      language: "python",
      metadata: { program: "search", title: "Double a number", tags: [] },
    };
    const second = { ...task, task_name: "search_two", index: 1 };
    expect(body).toEqual({ tasks: [task, second], env_name: "tracefix_rl" });
  });

  test("[TASK-5] counts a split's tasks, and an empty one's", async () => {
    const { post } = await openLibrary();
    expect(await post("num_tasks", { split: "train" })).toMatchObject({ status: 200, body: { num_tasks: 4 } });
    expect(await post("num_tasks", { split: "validation" })).toMatchObject({ status: 200, body: { num_tasks: 0 } });
  });

  test("[TASK-6] tells of one task what its program should do, too", async () => {
    const { post } = await openLibrary();
    const { body } = await post("task", { split: "train", index: 0 });
    expect(body).toMatchObject({ task: { metadata: { description: "double(n) returns twice n." } } });
  });

  test("[TASK-6] gives one task by its index, counted from the end where it is negative", async () => {
    const { post } = await openLibrary();
    expect((await post("task", { split: "train", index: 1 })).body).toMatchObject({ task: { task_name: "sum_two" } });
    expect((await post("task", { split: "train", index: -1 })).body).toMatchObject({ task: { index: 3 } });
    expect((await post("task", { split: "train", index: -4 })).body).toMatchObject({ task: { index: 0 } });
    expect((await post("task", { split: "train", index: -5 })).status).toBe(400);
  });

  test.each([4, -5, 2 ** 40])("[TASK-7] refuses the index %d, which no task has", async (index) => {
    const { post } = await openLibrary();
    const body = { detail: "Invalid task index", num_tasks: 4 };
    expect(await post("task", { split: "train", index })).toMatchObject({ status: 400, body });
  });

  test.each([
    [{}, [0, 1, 2, 3]],
    [{ start: 1, stop: 3 }, [1, 2]],
    [{ start: null, stop: null }, [0, 1, 2, 3]],
    [{ start: -1 }, [3]],
    [{ stop: 99 }, [0, 1, 2, 3]],
    [{ start: 3, stop: 1 }, []],
  ])("[TASK-8] gives the tasks of the range %j", async (range, indices) => {
    const { post } = await openLibrary();
    const { status, body } = await post("task_range", { split: "train", ...range });
    expect([status, body]).toMatchObject([200, { tasks: indices.map((index) => ({ index })) }]);
  });

  test.each([
    ["splits", undefined],
    ["tasks", { split: "train" }],
    ["num_tasks", { split: "train" }],
    ["task", { split: "train", index: 0 }],
    ["task_range", { split: "train" }],
  ])("[TASK-9] knows no other environment to ask for its %s", async (path, body) => {
    const { request } = await openLibrary();
    const answer = await request(body ? "POST" : "GET", `/wrong/${path}`, { body });
    expect(answer).toMatchObject({ status: 404, body: { detail: "unknown environment 'wrong'" } });
  });

  test.each([
    ["tasks", {}, "missing", ["body", "split"]],
    ["tasks", { split: "train", x: 1 }, "extra_forbidden", ["body", "x"]],
    ["num_tasks", { split: 5 }, "string_type", ["body", "split"]],
    ["task", { split: "train" }, "missing", ["body", "index"]],
    ["task", { split: "train", index: "1" }, "number_type", ["body", "index"]],
    ["task_range", { split: "train", step: 2 }, "extra_forbidden", ["body", "step"]],
  ])("[TASK-10] refuses %s with %j", async (path, body, type, loc) => {
    const { post } = await openLibrary();
    expect(await post(path, body)).toMatchObject({ status: 422, body: { detail: [{ type, loc }] } });
  });

  test.each(["tasks", "num_tasks", "task", "task_range"])(
    "[TASK-11] answers %s of an unknown split with the splits there are",
    async (path) => {
      const { post } = await openLibrary();
      const answer = await post(path, { split: "Train", ...(path === "task" && { index: 0 }) });
      const detail = "unknown split 'Train': the splits are train, validation, test";
      expect(answer).toMatchObject({ status: 404, body: { detail, code: "NOT_FOUND" } });
    },
  );

  test("[TASK-12] is not supported by a server that knows no tasks", async () => {
    const { request } = await openHouse();
    const detail = "list_tasks is not supported for this environment";
    const answer = await request("POST", "/tracefix_rl/tasks", { body: { split: "train" } });
    expect(answer).toMatchObject({ status: 501, body: { detail } });
    expect(await request("GET", "/tracefix_rl/splits")).toMatchObject({ status: 501 });
    expect(await request("GET", "/list_environments")).toMatchObject({ status: 200 });
  });
});

describe("a task of the Task API", () => {
  test("[TASK-4] is a reset that plays that very task, once its metadata is left out", async () => {
    const real = await loadTaskSet(PROGRAMS_ROOT);
    for (const split of ["train", "validation", "test"] as const) {
      for (const told of await new PublicTaskList(real).list(split, 0, 99)) {
        const { metadata: _, ...reset } = publicTaskSchema.parse(told);
        const request = { ...resetRequestSchema.parse(reset), seed: 1, episode_id: "e" };
        expect(await selectTask(real, request)).toMatchObject({
          task: { name: told.task_name },
          index: told.index,
          split,
        });
      }
    }
  });

  test("[TASK-13] holds no line of its program's solution, its buggy file or its generator", async () => {
    const real = await loadTaskSet(PROGRAMS_ROOT);
    for (const { name, code, title, program } of real.tasks) {
      const told = JSON.stringify(
        (await new PublicTaskList(real).list(program.split, 0, 99)).find(({ task_name }) => task_name === name),
      );
      expect(told).not.toContain(title);
      for (const source of [code.text, program.solution.text, program.generator]) {
        const lines = source.split("\n").map((line) => line.trim());
        for (const line of lines.filter(({ length }) => length > 12)) expect(told).not.toContain(line);
      }
    }
  });
});
