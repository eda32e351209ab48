/** Checks that one task is sound: its bug is real, deterministic, seen by some visible tests and caught by hidden ones. */
import type { Difficulty, Split } from "../protocol/protocol.ts";
import type { Source } from "../sandbox/source.ts";
import { HIDDEN_TESTS } from "./hidden-tests.ts";
import { type JudgedTest, runTests } from "./run-tests.ts";
import type { Task } from "./task.ts";
import { describeDifference, type ProgramCheck, solutionProblem, type ValidateOptions } from "./validate-program.ts";
import { chanceToCatch, LEAST_CHANCE } from "./validation/chance-to-catch.ts";
import { fewProblems } from "./validation/few-problems.ts";
import { findShowingCall, shortestFailure } from "./validation/find-showing-call.ts";
import type { JudgeOptions } from "./validation/generated-tests.ts";
import { missingImport } from "./validation/missing-import.ts";
import { runRepeatedly } from "./validation/repeated-run.ts";

/** How often the buggy text is run on the visible tests; every run must give the same outcomes. */
const RUNS = 5;
/** A bug that so many generated tests find is run on no more. */
const PLENTY = 10;

export interface TaskReport {
  readonly task: string;
  readonly program: string;
  readonly difficulty: Difficulty;
  readonly split: Split;
  readonly bugType: string;
  readonly visible: { readonly total: number; readonly failed: string[] };
  /** Of the generated tests; `chance` is how likely an episode's hidden tests catch the bug, at least. */
  readonly hidden: { readonly total: number; readonly failed: number; readonly chance: number };
  /** What is unsound about the task itself; what is about its program is said of that. */
  readonly problems: string[];
}

/** Runs a task's buggy text against the visible tests and against those that the program's check drew. */
export async function validateTask(task: Task, check: ProgramCheck, options: ValidateOptions): Promise<TaskReport> {
  const { program } = task;
  const { tests } = program;
  const { first, isSteady } = await runRepeatedly(task.code, tests, { ...options, times: RUNS });
  const { results: visible, syntax } = first;
  const failed = visible.filter(({ passed }) => !passed);
  const isEndless = failed.some(({ outcome }) => outcome.kind === "timeout");
  const hidden = syntax === null ? await runGenerated(task, check, { ...options, isEndless }) : UNMEASURED;

  const problems = await ownTestProblems(task, check, options);
  if (syntax !== null) {
    const line = syntax.line === null ? "" : ` (line ${syntax.line})`;
    problems.push(`the buggy file does not parse: ${syntax.message}${line}`);
  } else if (check.problems.length === 0) {
    const missing = missingImport(
      "the buggy file",
      visible.map(({ outcome }) => outcome),
      program,
    );
    problems.push(...(missing.length > 0 ? missing : await bugProblems(task, { failed, hidden }, options)));
  }
  if (!isSteady) {
    problems.push(`the buggy file gives different outcomes in ${RUNS} runs of the visible tests`);
  }
  const { total, chance } = hidden;
  return {
    task: task.name,
    program: program.name,
    difficulty: task.difficulty,
    split: program.split,
    bugType: task.bugType,
    visible: { total: tests.length, failed: failed.map(({ test }) => test.name) },
    hidden: { total, failed: hidden.failed.length, chance },
    problems,
  };
}

interface MeasuredTests {
  readonly total: number;
  readonly failed: readonly JudgedTest[];
  readonly chance: number;
}

const UNMEASURED: MeasuredTests = { total: 0, failed: [], chance: 0 };

async function runGenerated(
  { code }: Task,
  { generated }: ProgramCheck,
  options: JudgeOptions,
): Promise<MeasuredTests> {
  if (generated === null) return UNMEASURED;
  const results = [...(await generated.judgeFirst(code, options))];
  const failed = () => results.filter(({ passed }) => !passed);
  if (failed().length < PLENTY) results.push(...(await generated.judgeRest(code, options)));
  const total = results.length;
  const hidden = Math.min(HIDDEN_TESTS, generated.first.length);
  const { areAll } = generated;
  return { total, failed: failed(), chance: chanceToCatch({ total, failed: failed().length, hidden, areAll }) };
}

/** What is wrong with a bug of a program in which nothing is. */
async function bugProblems(
  task: Task,
  { failed, hidden }: { readonly failed: readonly JudgedTest[]; readonly hidden: MeasuredTests },
  options: ValidateOptions,
): Promise<string[]> {
  const { program, code } = task;
  const problems: string[] = [];
  if (failed.length === program.tests.length && failed.length > 1) {
    problems.push("the buggy file fails every visible test; add one that it passes");
  }
  const isCaught = hidden.chance >= LEAST_CHANCE;
  if (failed.length > 0 && isCaught) return problems;
  const known = await runAgain(code, shortestFailure(hidden.failed), options);
  const { found, tried } = known === null ? await findShowingCall(program, code, options) : { found: known, tried: 0 };
  const shown = found ?? (failed.length > 0 ? shortestFailure(failed) : null);
  const such =
    shown === null
      ? `none of ${tried} more calls shows it, so it may be no bug`
      : `such as ${JSON.stringify(shown.test.call)} (${describeDifference(shown, program)})`;
  if (failed.length === 0) {
    problems.push(`the buggy file passes every visible test; let a test show the bug: ${such}`);
  }
  if (isCaught) return problems;
  if (hidden.failed.length === 0) {
    const on = failed.length === 0 ? "" : `, ${such}`;
    problems.push(
      `the buggy file agrees with the solution on every generated call; let the generator reach the bug${on}`,
    );
  } else {
    const { total, chance } = hidden;
    problems.push(
      `the hidden tests of an episode catch the bug with a chance of ${inPercent(chance)}, and ` +
        `${inPercent(LEAST_CHANCE)} are needed: it fails ${hidden.failed.length} of ${total} generated calls; ` +
        `let the generator make more calls ${such}`,
    );
  }
  return problems;
}

/** By itself, with all that it gave: to be described. */
async function runAgain(code: Source, one: JudgedTest | null, options: ValidateOptions): Promise<JudgedTest | null> {
  if (one === null) return null;
  const { results } = await runTests(code, [one.test], options);
  return results[0] ?? one;
}

/** Rounded down: what is not quite enough must not look so. */
export function inPercent(share: number): string {
  return `${Math.floor(100 * share + 1e-9)} %`;
}

/** A task may have a visible test that other tasks of its program have not. */
async function ownTestProblems({ program }: Task, check: ProgramCheck, options: ValidateOptions): Promise<string[]> {
  const own = program.tests.filter((test) => !check.tests.includes(test));
  if (own.length === 0) return [];
  const { results } = await runTests(program.solution, own, options);
  return fewProblems(results.flatMap((one) => solutionProblem(one, program)));
}
