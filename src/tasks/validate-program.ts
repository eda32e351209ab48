/** Checks the half of a task's soundness that its bugs share: the solution, the visible tests and the generator. */
import type { RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { describeExpectation, describeOutcome } from "./describe.ts";
import { drawHiddenTests, UnsoundProgramError } from "./hidden-tests.ts";
import { type JudgedTest, runTests } from "./run-tests.ts";
import type { Program, TaskTest } from "./task.ts";
import { MAX_BATCH_FUEL, TIMES_REFERENCE } from "./task-budget.ts";
import { type StratumReport, sampleStrata, stratumProblems } from "./validate-strata.ts";

/** The episode seeds whose hidden tests are drawn: small ones, as trainers count, and the largest there is. */
const SAMPLE_SEEDS: readonly number[] = [0, 1, 2, 3, Number.MAX_SAFE_INTEGER];

export interface ValidateOptions extends RunOptions {
  readonly sandbox: Sandbox;
}

export interface ProgramCheck {
  /** What is unsound about the program; empty if nothing is. */
  readonly problems: readonly string[];
  /** The visible tests that the solution was run on. */
  readonly tests: readonly TaskTest[];
  /** What the generator draws from. */
  readonly strata: readonly StratumReport[];
  /** Hidden tests of each sample seed that could be drawn. */
  readonly hidden: readonly (readonly TaskTest[])[];
}

/** Whether the solution passes every visible and generated test, whatever the order and company of its calls. */
export async function validateProgram(program: Program, options: ValidateOptions): Promise<ProgramCheck> {
  const problems = [...(await entryPointProblems(program, options))];
  const { results, fuel } = await runTests(program.solution, program.tests, options);
  problems.push(...results.flatMap((one) => solutionProblem(one, program)), ...fuelProblem(fuel, "the visible tests"));

  const hidden: (readonly TaskTest[])[] = [];
  let strata: readonly StratumReport[] = [];
  try {
    for (const seed of SAMPLE_SEEDS) hidden.push(await drawHiddenTests(program, { ...options, seed }));
    strata = await sampleStrata(program, options);
    problems.push(...stratumProblems(strata));
  } catch (error) {
    if (!(error instanceof UnsoundProgramError)) throw error;
    problems.push(error.message);
  }
  for (const tests of hidden) {
    // Expectations came from the solution itself; in another order it must still agree with them.
    const again = await runTests(program.solution, tests.toReversed(), options);
    problems.push(
      ...again.results.flatMap((one) => solutionProblem(one, program)),
      ...fuelProblem(again.fuel, "generated calls"),
    );
  }
  return { problems, tests: program.tests, strata, hidden };
}

async function entryPointProblems(program: Program, { sandbox, ...options }: ValidateOptions): Promise<string[]> {
  const source = program.language.hasEntryPoint(program.entryPoint);
  const { outcomes } = await sandbox.run({ code: program.solution, calls: [{ source, seed: 0 }] }, options);
  const [outcome] = outcomes;
  if (outcome?.kind === "value" && outcome.value.type === "bool" && outcome.value.value) return [];
  return [`the solution does not define the entry point ${program.entryPoint}`];
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

export function solutionProblem({ test, outcome, passed }: JudgedTest, { language }: Program): string[] {
  if (passed) return [];
  const expected = describeExpectation(test.expectation, { ...language, maxLength: 200 });
  return [`the solution fails "${test.name}": expected ${expected}, got ${describeOutcome(outcome, language)}`];
}
