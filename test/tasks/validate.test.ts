import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { formatReport } from "../../src/tasks/validate-report.ts";
import { validateTaskSet } from "../../src/tasks/validate-task-set.ts";
import { makeProgram, makeTask, makeTest, type ProgramParts, type TaskParts } from "./support/make-task.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";
import { loadTaskSet, taskSetOf } from "./support/task-set.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 2 });
});
afterAll(() => sandbox.close());

async function problemsOf(task: TaskParts, program: ProgramParts = {}): Promise<readonly string[]> {
  const set = taskSetOf([makeTask(task, makeProgram(program))], { hash: "0" });
  const { tasks, programs } = await validateTaskSet(set, () => sandbox);
  return [...(programs[0]?.problems ?? []), ...(tasks[0]?.problems ?? [])];
}

describe("validateTaskSet", () => {
  test("proves all sixteen tasks of the repository sound, hidden tests reaching every bug", async () => {
    const report = await validateTaskSet(await loadTaskSet(PROGRAMS_ROOT), () => sandbox);
    expect(report.tasks.flatMap(({ task, problems }) => problems.map((problem) => `${task}: ${problem}`))).toEqual([]);
    expect(report.programs.flatMap(({ problems, warnings }) => [...problems, ...warnings])).toEqual([]);
    expect(report.sound).toBe(true);
    for (const { strata } of report.programs) expect(strata.length).toBeGreaterThan(10);
    for (const { visible, hidden } of report.tasks) {
      expect(visible.failed.length).toBeGreaterThan(0);
      expect(visible.failed.length).toBeLessThan(visible.total);
      expect(hidden.failed / hidden.total).toBeGreaterThan(0.1);
      expect(hidden.chance).toBeGreaterThan(0.99);
    }
  });

  test("finds a sound task sound", async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  test.each<[string, TaskParts, ProgramParts, string]>([
    [
      "a solution that fails a test",
      {},
      { tests: [makeTest("double(0)", "0"), makeTest("double(1)", "3")] },
      'the solution fails "double(1) is 3": expected 3, got 2',
    ],
    [
      "a solution without the entry point",
      {},
      { entryPoint: "treble" },
      "the solution does not define the entry point treble",
    ],
    [
      "a solution that needs more fuel than a submission may get",
      {},
      {
        solution: "def double(n):\n    for _ in range(10 ** 6 * 2): pass\n    return 2 * n\n",
        tests: Array.from({ length: 12 }, (_, n) => makeTest(`double(${n})`, `${2 * n}`)),
      },
      "a submission may use 10 times that, which would be more than 500 million; make the calls smaller",
    ],
    [
      "a generator that repeats a visible test",
      {},
      { generator: "def generate(rng):\n    return 'double(3)'\n" },
      "no call is distinct from the visible ones",
    ],
    [
      "a stratum that adds nothing",
      {},
      {
        generator: `${makeProgram().generator}\ndef visible(rng):\n    return "double(3)"\n\nSTRATA = [generate, visible]\n`,
      },
      "the stratum visible of the generator adds nothing: all of 20 calls are visible tests or come from an earlier",
    ],
    ["a bug that does not parse", { code: "def double(n:\n" }, {}, "the buggy file does not parse"],
    [
      "a bug that no test shows",
      { code: "def double(n):\n    return n + n if n < 999 else 0\n" },
      {},
      "the buggy file passes every visible test",
    ],
    [
      "a bug that fails every test",
      { code: "def double(n):\n    return None\n" },
      {},
      "the buggy file fails every visible test",
    ],
    [
      "a bug that the generator never reaches",
      { code: "def double(n):\n    return 2 * n if n != 10**6 else 0\n" },
      { tests: [makeTest("double(0)", "0"), makeTest("double(10**6)", "2000000")] },
      "the buggy file agrees with the solution on every generated call",
    ],
  ])("finds %s unsound", async (_, task, program, problem) => {
    expect((await problemsOf(task, program)).join("\n")).toContain(problem);
  });

  test("does not ask a bug to pass a program's only test", async () => {
    expect(await problemsOf({}, { tests: [makeTest("double(3)", "6")] })).toEqual([]);
  });

  test("reports progress task by task, of the named tasks and programs only", async () => {
    const seen: string[] = [];
    const set = await loadTaskSet(PROGRAMS_ROOT);
    await validateTaskSet(set, () => sandbox, {
      names: ["flatten", "sum_even_wrong_condition"],
      onProgress: ({ task }, { done, total }) => seen.push(`${done}/${total} ${task}`),
    });
    expect(seen).toEqual([
      "1/3 sum_even_wrong_condition",
      "2/3 flatten_inverted_branch",
      "3/3 flatten_missing_recursion",
    ]);
  });

  test("refuses a name that nothing has", async () => {
    const set = await loadTaskSet(PROGRAMS_ROOT);
    await expect(validateTaskSet(set, () => sandbox, { names: ["fltten"] })).rejects.toThrow(
      "Cannot validate fltten: no task or program has that name. Did you mean flatten?",
    );
  });
});

test("the table shows what each bug fails, each problem, and a sum", async () => {
  const good = makeTask();
  const bad = makeTask({ name: "double_fine", code: good.program.solution }, good.program);
  const report = await validateTaskSet(taskSetOf([good, bad], { hash: "abc" }), () => sandbox);
  expect(formatReport(report)).toMatchInlineSnapshot(`
    "TASK            DIFFICULTY  SPLIT  BUG TYPE        FAILS VISIBLE  FAILS HIDDEN  CAUGHT  VERDICT
    double_fine     easy        train  wrong-operator  0 of 2         0 %           0 %     UNSOUND
        PROBLEM: the buggy file passes every visible test; let a test show the bug: none of 1600 more calls shows it, so it may be no bug
        PROBLEM: the buggy file agrees with the solution on every generated call; let the generator reach the bug
    double_squared  easy        train  wrong-operator  1 of 2         100 %         100 %   sound
        fails: double(3) is 6

    STRATA, with how many of 20 calls are new
    double
        generate 20

    1 of 2 tasks are sound. Task set abc.
    "
  `);
});
