/** An episode's hidden tests: calls from the program's generator, expectations from its solution. */
import type { Outcome, RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { exactKey } from "../sandbox/values/exact-key.ts";
import { describeOutcome } from "./describe.ts";
import type { HiddenSeed } from "./hidden-seed.ts";
import { judgeTests, toCall } from "./run-tests.ts";
import { hashSeed } from "./seed-hash.ts";
import type { Expectation, Program, TaskTest } from "./task.ts";
import { TIMES_REFERENCE } from "./task-budget.ts";
import { taskLanguage } from "./task-language.ts";

const HIDDEN_TESTS = 20;
/** How many calls are drawn for each that is wanted, at most: small inputs come up more than once. */
const DRAWS_PER_TEST = 3;

/** A program's generator or solution does not do what hidden tests need: its author's fault, never the caller's. */
export class UnsoundProgramError extends Error {}

export interface HiddenTestsOptions extends RunOptions {
  /** What the calls are drawn from. */
  readonly seed: HiddenSeed;
  readonly sandbox: Sandbox;
  readonly count?: number;
}

/**
 * The hidden tests of a program for a seed, distinct from each other and from the visible ones. Generator and solution
 * run in batches of their own, away from any agent's code.
 * @throws UnsoundProgramError
 */
export async function drawHiddenTests(program: Program, options: HiddenTestsOptions): Promise<readonly TaskTest[]> {
  const { sandbox, seed, count, ...runOptions } = options;
  const calls = await drawCalls(program, options);
  const { outcomes } = await sandbox.run({ code: program.solution, calls: calls.map(toCall) }, runOptions);
  return expecting(outcomes, { program, calls });
}

/**
 * Draws the hidden tests of a program and runs them on texts of it. The solution runs before any of the texts.
 * @returns for each text, in order, which of the hidden tests it passes
 * @throws UnsoundProgramError
 */
export async function runHiddenTests(
  program: Program,
  texts: readonly string[],
  options: HiddenTestsOptions,
): Promise<readonly (readonly boolean[])[]> {
  const { sandbox, seed, count, ...runOptions } = options;
  const calls = await drawCalls(program, options);
  // Each starts from the same state, so the order changes nothing; drawn afresh, no text can learn anything by it.
  const work = {
    codes: [program.solution, ...texts],
    calls: calls.map(toCall),
    order: "afresh" as const,
    timesFirst: TIMES_REFERENCE,
  };
  const [solution, ...results] = await sandbox.runEach(work, runOptions);
  const tests = expecting(solution?.outcomes ?? [], { program, calls });
  return results.map(({ outcomes }) => judgeTests(tests, outcomes).map(({ passed }) => passed));
}

async function drawCalls(program: Program, options: HiddenTestsOptions): Promise<readonly string[]> {
  const { sandbox, seed, count = HIDDEN_TESTS, ...runOptions } = options;
  const most = count * DRAWS_PER_TEST;
  // Whichever of them are visible, enough are left.
  const distinct = count + program.tests.length;
  const drawing = { seed: hashSeed(seed, "hidden"), distinct, most };
  const { code, call } = taskLanguage(program.language).draw(program.generator, drawing);
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)] }, runOptions);
  const calls = newCalls(readCalls(outcomes[0], program), program).slice(0, count);
  if (calls.length === count) return calls;
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name} for ${nameSeed(seed)}: of ${most} calls only ${calls.length} are distinct ` +
      `and not visible, and ${count} are needed. Let its generator vary more.`,
  );
}

function expecting(
  outcomes: readonly Outcome[],
  { program, calls }: { readonly program: Program; readonly calls: readonly string[] },
): readonly TaskTest[] {
  return calls.map((call, index) => ({
    name: `hidden test ${index + 1}`,
    call,
    expectation: expectationFrom(outcomes[index], { program, call }),
    tolerance: program.tolerance,
  }));
}

/** What a secret makes of a seed is not for logs. */
function nameSeed(seed: HiddenSeed): string {
  return typeof seed === "number" ? `seed ${seed}` : "a secret's seed";
}

/** Each call once, without those an agent has seen. */
function newCalls(calls: readonly string[], program: Program): string[] {
  const visible = new Set(program.tests.map(({ call }) => call));
  return [...new Set(calls)].filter((call) => !visible.has(call));
}

function readCalls(outcome: Outcome | undefined, program: Program): string[] {
  const items = outcome?.kind === "value" && outcome.value.type === "list" ? outcome.value.items : null;
  const calls = items?.flatMap((item) => (item.type === "str" ? [item.value] : []));
  if (calls !== undefined && calls.length === items?.length) return calls;
  const found = outcome === undefined ? "nothing" : describeOutcome(outcome);
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name}: its generator gave ${found}. Let generate(rng) return one call as text.`,
  );
}

function expectationFrom(
  outcome: Outcome | undefined,
  { program, call }: { program: Program; call: string },
): Expectation {
  if (outcome?.kind === "raised") return { kind: "raises", type: outcome.type, module: outcome.module };
  if (outcome?.kind === "value" && exactKey(outcome.value) !== null) return { kind: "value", value: outcome.value };
  const found = outcome === undefined ? "nothing" : describeOutcome(outcome);
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name}: on the call ${JSON.stringify(call)} its solution gave ${found}, which ` +
      "cannot be compared. Let the generator make calls that end in plain values or exceptions.",
  );
}
