/** An episode's hidden tests: calls from the program's generator, expectations from its solution. */
import type { Outcome, RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { exactKey } from "../sandbox/values/exact-key.ts";
import { describeOutcome } from "./describe.ts";
import type { HiddenSeed } from "./hidden-seed.ts";
import { readTexts } from "./read-texts.ts";
import { toCall } from "./run-tests.ts";
import { runTogether } from "./run-together.ts";
import { hashSeed } from "./seed-hash.ts";
import type { Expectation, Program, TaskTest } from "./task.ts";

/** Of an episode. A program with fewer distinct calls has as many tests as there are calls. */
export const HIDDEN_TESTS = 100;
/** With fewer than this the hidden tests would say too little. */
const FEWEST_HIDDEN_TESTS = 20;
/** A hundred calls are more text than one value may be that an agent's program gives. */
export const DRAWING_LIMITS = { valueBytes: 1024 * 1024 };

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
  const calls = await drawCalls(program, options);
  const { outcomes } = await runTogether(program.solution, calls, { program, ...options });
  return expecting(outcomes, { program, calls });
}

/** The calls of the hidden tests. @throws UnsoundProgramError */
export async function drawCalls(program: Program, options: HiddenTestsOptions): Promise<readonly string[]> {
  const { sandbox, seed, count = HIDDEN_TESTS, ...runOptions } = options;
  const known = program.tests.map(({ call }) => call);
  const { code, call } = program.language.drawing.draw(program.generator, {
    seed: hashSeed(seed, "hidden"),
    count,
    known,
  });
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)], limits: DRAWING_LIMITS }, runOptions);
  const calls = newCalls(readCalls(outcomes[0], program), program).slice(0, count);
  const fewest = Math.min(count, FEWEST_HIDDEN_TESTS);
  if (calls.length >= fewest) return calls;
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name} for ${nameSeed(seed)}: only ${calls.length} calls are distinct and not ` +
      `visible, and ${fewest} are needed. Let its generator vary more.`,
  );
}

/** The tests that expect of these calls what the solution gave for them. @throws UnsoundProgramError */
export function expecting(
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

/** The calls that a generator gave. @throws UnsoundProgramError if it gave anything else */
export function readCalls(outcome: Outcome | undefined, program: Program): readonly string[] {
  const calls = readTexts(outcome);
  if (calls !== null) return calls;
  const found = outcome === undefined ? "nothing" : describeOutcome(outcome, program.language);
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name}: its generator gave ${found}. Let generate(rng), or each function of ` +
      "STRATA, return one call as text.",
  );
}

function expectationFrom(
  outcome: Outcome | undefined,
  { program, call }: { program: Program; call: string },
): Expectation {
  if (outcome?.kind === "raised") return { kind: "raises", type: outcome.type, module: outcome.module };
  if (outcome?.kind === "value" && exactKey(outcome.value) !== null) return { kind: "value", value: outcome.value };
  const found = outcome === undefined ? "nothing" : describeOutcome(outcome, program.language);
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name}: on the call ${JSON.stringify(call)} its solution gave ${found}, which ` +
      "cannot be compared. Let the generator make calls that end in plain values or exceptions.",
  );
}
