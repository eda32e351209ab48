/** Proves one task sound: its bug is really there, the tests show it, and they show it every time. */
import { isDeepStrictEqual } from "node:util";
import type { Difficulty, Split } from "../protocol/protocol.ts";
import { type JudgedTest, runTests } from "./run-tests.ts";
import type { Task } from "./task.ts";
import { type ProgramCheck, solutionProblem, type ValidateOptions } from "./validate-program.ts";

/** How often the buggy text is run on the visible tests; every run must give the same outcomes. */
const RUNS = 5;

export interface TaskReport {
  readonly task: string;
  readonly program: string;
  readonly difficulty: Difficulty;
  readonly split: Split;
  readonly bugType: string;
  readonly visible: { readonly total: number; readonly failed: readonly string[] };
  /** Of the generated tests of all sample seeds together. */
  readonly hidden: { readonly total: number; readonly failed: number };
  /** What is unsound, the program's own problems included; empty for a sound task. */
  readonly problems: readonly string[];
}

/** Runs a task's buggy text against the visible tests and against those that the program's check drew. */
export async function validateTask(task: Task, program: ProgramCheck, options: ValidateOptions): Promise<TaskReport> {
  const { tests } = task.program;
  const runs = await Promise.all(Array.from({ length: RUNS }, () => runTests(task.code, tests, options)));
  const [first] = runs;
  const visible = first?.results ?? [];
  const hidden: JudgedTest[] = [];
  for (const drawn of program.hidden) hidden.push(...(await runTests(task.code, drawn, options)).results);

  const problems = [...program.problems, ...(await ownTestProblems(task, program, options))];
  if (first?.syntax) problems.push(`the buggy file does not parse: ${first.syntax.message}`);
  if (runs.some((run) => !isDeepStrictEqual(run, first))) {
    problems.push(`the buggy file gives different outcomes in ${RUNS} runs of the visible tests`);
  }
  const failed = visible.filter(({ passed }) => !passed);
  if (failed.length === 0) problems.push("the buggy file passes every visible test; let a test show the bug");
  if (failed.length === tests.length && tests.length > 1) {
    problems.push("the buggy file fails every visible test; add one that it passes");
  }
  const hiddenFailed = hidden.filter(({ passed }) => !passed).length;
  if (hidden.length > 0 && hiddenFailed === 0) {
    problems.push("the buggy file agrees with the solution on every generated call; let the generator reach the bug");
  }
  return {
    task: task.name,
    program: task.program.name,
    difficulty: task.difficulty,
    split: task.program.split,
    bugType: task.bugType,
    visible: { total: tests.length, failed: failed.map(({ test }) => test.name) },
    hidden: { total: hidden.length, failed: hiddenFailed },
    problems,
  };
}

/** A task may have a visible test that other tasks of its program have not. */
async function ownTestProblems({ program }: Task, check: ProgramCheck, options: ValidateOptions): Promise<string[]> {
  const own = program.tests.filter((test) => !check.tests.includes(test));
  if (own.length === 0) return [];
  const { results } = await runTests(program.solution, own, options);
  return results.flatMap((one) => solutionProblem(one, program));
}
