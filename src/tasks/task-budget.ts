/** How much fuel a text may use on a program's tests: so many times what the reference solution uses, or the usual if that is more. */
import { DEFAULT_LIMITS, type Limits, type Sandbox } from "../sandbox/sandbox.ts";
import { type RunTestsOptions, toCall } from "./run-tests.ts";
import type { Program } from "./task.ts";

export const TIMES_REFERENCE = 10;

/** A program whose tests need more is refused: beside it others would wait too long. */
export const MAX_BATCH_FUEL = 500_000_000;

/** The limits for a text on calls of which the reference solution uses so much fuel. */
export function budgetFor(reference: number): Pick<Limits, "batchFuel"> {
  return { batchFuel: Math.max(DEFAULT_LIMITS.batchFuel, TIMES_REFERENCE * reference) };
}

/** By sandbox and program; both stay as long as the process serves them. */
const known = new WeakMap<Sandbox, WeakMap<Program, number>>();

/**
 * The limits for a text on the visible tests of a program. What the reference uses is the same wherever it is measured, and
 * is measured once; in its own batch, away from any agent's code.
 */
export async function visibleLimits(
  program: Program,
  { sandbox, ...options }: RunTestsOptions,
): Promise<Pick<Limits, "batchFuel">> {
  const ofSandbox = known.get(sandbox) ?? new WeakMap<Program, number>();
  known.set(sandbox, ofSandbox);
  let reference = ofSandbox.get(program);
  if (reference === undefined) {
    const calls = program.tests.map(({ call }) => toCall(call));
    const { fuel } = await sandbox.run({ code: program.solution, calls }, options);
    reference = fuel;
    ofSandbox.set(program, reference);
  }
  return budgetFor(reference);
}
