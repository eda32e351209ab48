/** Checks the half of a task's soundness that its bugs share: the solution, the visible tests and the generator. */
import { countOf } from "../protocol/protocol.ts";
import type { Outcome, RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { describeExpectation, describeOutcome } from "./describe.ts";
import { drawCalls, PLENTY_OF_HIDDEN_TESTS, UnsoundProgramError } from "./hidden-tests.ts";
import { type JudgedTest, runTests } from "./run-tests.ts";
import type { Program, TaskTest } from "./task.ts";
import { MAX_BATCH_FUEL, TIMES_REFERENCE } from "./task-budget.ts";
import { type StratumReport, sampleStrata, stratumProblems } from "./validate-strata.ts";
import { callProblems, findCallFaults } from "./validation/call-faults.ts";
import { fewProblems } from "./validation/few-problems.ts";
import { GeneratedTests } from "./validation/generated-tests.ts";
import { missingImport } from "./validation/missing-import.ts";
import { unreachedLines } from "./validation/unreached-lines.ts";

/** Episode seeds whose hidden calls are drawn: the smallest and the largest there is. */
const SAMPLE_SEEDS: readonly number[] = [0, Number.MAX_SAFE_INTEGER];

export interface ValidateOptions extends RunOptions {
  readonly sandbox: Sandbox;
}

export interface ProgramCheck {
  /** What is unsound about the program; empty if nothing is. */
  readonly problems: readonly string[];
  /** What its author should know, and may leave as it is. */
  readonly warnings: readonly string[];
  /** The visible tests that the solution was run on. */
  readonly tests: readonly TaskTest[];
  /** What the generator draws from. */
  readonly strata: readonly StratumReport[];
  /** Tests to run bugs on; null where none could be drawn. */
  readonly generated: GeneratedTests | null;
}

const UNDRAWN = { warnings: [], strata: [], generated: null };

/** Whether the solution passes every visible and generated test, whatever the order and company of its calls. */
export async function validateProgram(program: Program, options: ValidateOptions): Promise<ProgramCheck> {
  const { tests } = program;
  // Whatever else is asked of a solution that cannot be called fails for the same reason.
  const uncallable = await entryPointProblems(program, options);
  if (uncallable.length > 0) return { ...UNDRAWN, tests, problems: uncallable };
  const visible = await visibleProblems(program, options);
  const drawn = await drawnCheck(program, options);
  return { ...drawn, tests, problems: [...new Set([...visible, ...drawn.problems])] };
}

async function visibleProblems(program: Program, options: ValidateOptions): Promise<string[]> {
  const { results, fuel } = await runTests(program.solution, program.tests, options);
  const failed = results.filter(({ passed }) => !passed);
  const missing = missingImport("the solution", outcomesOf(failed), program);
  const faults = await findCallFaults(program, madeCalls(results), options);
  const failures = missing.length > 0 ? [] : failed.filter(({ test }) => !faults.has(test.call));
  return [
    ...missing,
    ...callProblems(program, faults),
    ...fewProblems(failures.flatMap((one) => solutionProblem(one, program))),
    ...fuelProblem(fuel, "the visible tests"),
  ];
}

/** What the generator draws, and whether the solution agrees with itself on it. */
async function drawnCheck(program: Program, options: ValidateOptions): Promise<Omit<ProgramCheck, "tests">> {
  let strata: readonly StratumReport[] = [];
  try {
    for (const seed of SAMPLE_SEEDS) await drawCalls(program, { ...options, seed });
    const generated = await GeneratedTests.draw(program, options);
    strata = await sampleStrata(program, options);
    // Expectations came from the solution itself; in another order, each by itself, it must still agree with them.
    const again = await runTests(program.solution, generated.first.toReversed(), options);
    const faults = await findCallFaults(program, madeCalls(again.results), options);
    // What is no call gives what it likes.
    const unsteady = faults.size > 0 ? [] : again.results.flatMap((one) => unsteadyProblem(one, program));
    const problems = [
      ...stratumProblems(strata),
      ...fewProblems(callProblems(program, faults)),
      ...missingImport("the solution", outcomesOf(again.results), program),
      ...fewProblems(unsteady),
      ...fuelProblem(again.fuel, "generated calls"),
    ];
    const calls = [...program.tests, ...generated.first].map(({ call }) => call);
    const warnings = [...fewCallsWarning(generated), ...(await unreachedLines(program, calls, options))];
    return { problems, strata, generated, warnings };
  } catch (error) {
    if (!(error instanceof UnsoundProgramError)) throw error;
    return { ...UNDRAWN, strata, problems: [error.message] };
  }
}

/** An author should know how much a few calls let through. */
function fewCallsWarning({ first, areAll }: GeneratedTests): string[] {
  if (!areAll || first.length >= PLENTY_OF_HIDDEN_TESTS) return [];
  const chance = Math.round(100 * 0.9 ** first.length);
  return [
    `only ${countOf(first.length, "hidden call")} can be drawn: a wrong answer that differs on a tenth of what may be ` +
      `asked escapes them with a chance of ${chance} %; let the generator vary more`,
  ];
}

async function entryPointProblems(program: Program, { sandbox, ...options }: ValidateOptions): Promise<string[]> {
  const { language, entryPoint, solution } = program;
  const source = language.hasEntryPoint(entryPoint);
  const { syntax, outcomes } = await sandbox.run({ code: solution, calls: [{ source, seed: 0 }] }, options);
  const [outcome] = outcomes;
  if (syntax !== null) {
    const line = syntax.line === null ? "" : `${solution.entry}:${syntax.line}: `;
    return [`${line}the solution does not parse: ${syntax.message}`];
  }
  if (outcome?.kind === "value" && outcome.value.type === "bool" && outcome.value.value) return [];
  if (outcome === undefined || outcome.kind === "value")
    return [`the solution does not define the entry point ${entryPoint}`];
  const missing = missingImport("the solution", [outcome], program);
  if (missing.length > 0) return missing;
  const line = outcome.kind === "raised" && outcome.line !== null ? `${solution.entry}:${outcome.line}: ` : "";
  return [`${line}the solution cannot be executed: ${describeOutcome(outcome, language)}`];
}

function fuelProblem(fuel: number, calls: string): string[] {
  const needed = TIMES_REFERENCE * fuel;
  if (needed <= MAX_BATCH_FUEL) return [];
  return [
    `the solution uses ${inMillions(fuel)} of fuel on ${calls}; a submission may use ${TIMES_REFERENCE} times that, ` +
      `which would be more than ${inMillions(MAX_BATCH_FUEL)}; make the calls smaller`,
  ];
}

function inMillions(fuel: number): string {
  return `${(fuel / 1_000_000).toFixed(0)} million`;
}

/** What the solution gives instead of what a test expects; nothing where it passes. */
export function solutionProblem(one: JudgedTest, program: Program): string[] {
  return one.passed ? [] : [`the solution fails "${one.test.name}": ${describeDifference(one, program)}`];
}

function unsteadyProblem(one: JudgedTest, program: Program): string[] {
  if (one.passed) return [];
  return [
    `the solution does not give the same each time for ${JSON.stringify(one.test.call)}: ${describeDifference(one, program)}`,
  ];
}

/** `expected 3, got 4`. */
export function describeDifference({ test, outcome }: JudgedTest, { language }: Pick<Program, "language">): string {
  const expected = describeExpectation(test.expectation, { ...language, maxLength: 200 });
  return `expected ${expected}, got ${describeOutcome(outcome, language)}`;
}

function outcomesOf(results: readonly JudgedTest[]): Outcome[] {
  return results.map(({ outcome }) => outcome);
}

function madeCalls(results: readonly JudgedTest[]): { call: string; outcome: Outcome }[] {
  return results.map(({ test, outcome }) => ({ call: test.call, outcome }));
}
