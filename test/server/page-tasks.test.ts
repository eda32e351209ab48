/** `/api/tasks`: a page of tasks at a time, searched for by the server. */
import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { MOST_PAGE_TASKS, pageTasksSchema } from "../../src/protocol/protocol.ts";
import { impossibleTask } from "../../src/tasks/impossible/impossible-task.ts";
import { PageTaskList } from "../../src/tasks/page-task-list.ts";
import { makeTasks } from "../tasks/support/make-task.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { openHouse } from "./harness.ts";

const PROGRAMS = Array.from({ length: 60 }, (_, number) => {
  const split = number % 2 === 0 ? ("train" as const) : ("test" as const);
  return { name: `program_${String(number).padStart(2, "0")}`, split, difficulty: "easy" as const };
});

const GENERATED = { name: "made_by_nobody", split: "validation" as const, difficulty: "hard" as const };

async function openLibrary() {
  const all = taskSetOf(makeTasks([...PROGRAMS, GENERATED]), { hash: "made up" });
  const written = taskSetOf(makeTasks(PROGRAMS), { hash: "made up" });
  const generated = taskSetOf(makeTasks([GENERATED]), { hash: "made up" });
  const [first] = makeTasks([GENERATED]);
  const contradicted = first && impossibleTask(first, { fails: [] });
  if (!contradicted) throw new Error("Nothing was contradicted");
  const impossible = taskSetOf([contradicted], { hash: "made up" });
  const sets = new Map(Object.entries({ classic: written, generated, all }));
  const tasks = new PageTaskList({
    usual: written,
    all,
    impossible,
    named: (name) => sets.get(name) ?? written,
    names: () => ["classic", "generated", "all", "impossible"],
  });
  const task = { program: "program_00", bugType: "made-up", split: "train" as const };
  const house = await openHouse({
    pageTasks: { task, list: (query) => tasks.list(query), reference: (name) => tasks.reference(name) },
  });
  const ask = async (query: string) => {
    const { status, body } = await house.request("GET", `/api/tasks${query}`);
    return { status, body, answer: status === 200 ? pageTasksSchema.parse(body) : null };
  };
  return { ask, tasks, contradicted };
}

describe("GET /api/tasks", () => {
  test("tells fifty tasks and how many there are, unless it is asked for other ones", async () => {
    const { ask } = await openLibrary();
    const { answer } = await ask("");
    expect(answer).toMatchObject({ total: 120, all: 120, solutions: true });
    expect(answer?.tasks).toHaveLength(50);
    expect(answer?.tasks[0]).toMatchObject({ task_name: "program_00_one", program: "program_00", split: "train" });
    const later = (await ask("?start=118&limit=5")).answer;
    expect(later?.tasks.map(({ task_name }) => task_name)).toEqual(["program_59_one", "program_59_two"]);
  });

  test("finds by words, by fields and by a whole name, and counts what it finds", async () => {
    const { ask } = await openLibrary();
    expect((await ask("?words=TWO+program_07")).answer).toMatchObject({ total: 1, all: 120 });
    expect((await ask("?split=test&limit=1")).answer).toMatchObject({ total: 60, all: 120 });
    expect((await ask("?program=program_07&split=train")).answer).toMatchObject({ total: 0, tasks: [] });
    const named = (await ask("?task_name=program_07_one")).answer;
    expect(named).toMatchObject({ total: 1, tasks: [{ task_name: "program_07_one" }] });
    expect((await ask("?task_name=program_07")).answer).toMatchObject({ total: 0, tasks: [] });
  });

  test("lists the generated tasks when it is asked for them, and finds a named one whatever its set", async () => {
    const { ask } = await openLibrary();
    expect((await ask("?limit=1")).answer).toMatchObject({ all: 120, sets: ["classic", "generated", "all"] });
    const { answer } = await ask("?task_set=generated&difficulty=hard");
    expect(answer).toMatchObject({ total: 2, all: 2, tasks: [{ program: "made_by_nobody" }, {}] });
    expect(answer?.values.split).toEqual(["validation"]);
    expect((await ask("?task_set=all")).answer).toMatchObject({ total: 122, all: 122 });
    const named = (await ask("?task_name=made_by_nobody_one")).answer;
    expect(named).toMatchObject({ total: 1, tasks: [{ task_name: "made_by_nobody_one" }] });
    expect(await ask("?task_set=mine")).toMatchObject({ status: 422 });
  });

  test("tells of no task that nobody can solve it: neither by a list, nor by what it lacks when it is named", async () => {
    const { ask, tasks, contradicted } = await openLibrary();
    const listed = await ask("?task_set=impossible");
    expect([listed.status, JSON.stringify(listed.body)]).toEqual([422, expect.stringContaining("must not know them")]);
    const sound = (await ask("?task_name=made_by_nobody_one")).answer?.tasks[0];
    const { answer } = await ask(`?task_name=${contradicted.name}`);
    expect(answer).toMatchObject({ total: 1, sets: ["classic", "generated", "all"] });
    expect(answer?.tasks).toEqual([{ ...sound, task_name: contradicted.name }]);
    expect(sound?.tests.map(({ expected }) => expected)).toEqual(sound?.tests.map(() => null));
    const reference = await tasks.reference(contradicted.name);
    expect(reference).toEqual({ ...(await tasks.reference("made_by_nobody_one")), task_name: contradicted.name });
  });

  test("tells what is expected of the tests that people wrote", async () => {
    const { ask } = await openLibrary();
    const { answer } = await ask("?limit=1&task_set=all");
    expect(answer?.tasks[0]?.tests[0]).toMatchObject({ expected: expect.any(String) });
  });

  test("tells each value that can be chosen", async () => {
    const { ask } = await openLibrary();
    const { answer } = await ask("?limit=1&split=test");
    expect(answer?.values).toEqual({ difficulty: ["easy"], bug_type: ["wrong-operator"], split: ["train", "test"] });
  });

  test.each(["?limit=0", `?limit=${MOST_PAGE_TASKS + 1}`, "?start=-1", "?start=x", "?split=none", "?difficulty=none"])(
    "refuses %s",
    async (query) => {
      const { ask } = await openLibrary();
      expect(await ask(query)).toMatchObject({ status: 422 });
    },
  );

  test("lists a task that cannot be opened by its facts alone, and opens few at a time", async () => {
    const source = taskSetOf(makeTasks(PROGRAMS), { hash: "made up" });
    let under = 0;
    let most = 0;
    const open: typeof source.open = async (entry) => {
      under += 1;
      most = Math.max(most, under);
      await setImmediate();
      under -= 1;
      if (entry.name === "program_00_one") throw new Error("its files have changed");
      return source.open(entry);
    };
    const all = { ...source, open };
    const list = new PageTaskList({ usual: all, all, impossible: null, named: () => all, names: () => ["all"] });
    const { tasks } = await list.list({ start: 0, limit: MOST_PAGE_TASKS });
    expect(most).toBeLessThanOrEqual(8);
    expect(tasks).toHaveLength(MOST_PAGE_TASKS);
    expect(pageTasksSchema.shape.tasks.parse(tasks)[0]).toMatchObject({ task_name: "program_00_one", tests: [] });
    expect(tasks.filter(({ tests }) => tests.length === 0)).toHaveLength(1);
  });
});
