/** Runs tests several times, to see whether they give the same each time. */
import { isDeepStrictEqual } from "node:util";
import { DEFAULT_LIMITS, type Outcome } from "../../sandbox/sandbox.ts";
import type { Source } from "../../sandbox/source.ts";
import { type RunTestsOptions, runTests, type TestsRun } from "../run-tests.ts";
import type { TaskTest } from "../task.ts";

export interface RepeatedRun {
  readonly first: TestsRun;
  /** Whether all runs gave the same. */
  readonly isSteady: boolean;
}

/** How far a call is followed again that came to no end before: to its end it would cost more than all others. */
const ENDLESS_FUEL = 5_000_000;

/**
 * The first run is as any other. Calls do not know of each other, so all others are one, in which the tests come in their order
 * and in the opposite one by turns.
 */
export async function runRepeatedly(
  code: Source,
  tests: readonly TaskTest[],
  { times, ...options }: RunTestsOptions & { readonly times: number },
): Promise<RepeatedRun> {
  const first = await runTests(code, tests, options);
  if (first.syntax !== null) return { first, isSteady: true };
  const ended = first.results.filter(({ outcome }) => outcome.kind !== "timeout");
  const endless = first.results.filter(({ outcome }) => outcome.kind === "timeout" && outcome.ofBatch !== true);
  const again = Array.from({ length: times - 1 }, (_, turn) => (turn % 2 === 0 ? ended.toReversed() : ended)).flat();
  const repeated = await outcomesOf(
    code,
    again.map(({ test }) => test),
    {
      ...options,
      limits: { ...options.limits, batchFuel: times * (options.limits?.batchFuel ?? DEFAULT_LIMITS.batchFuel) },
    },
  );
  const followed = await outcomesOf(
    code,
    endless.map(({ test }) => test),
    {
      ...options,
      limits: { ...options.limits, fuel: ENDLESS_FUEL },
    },
  );
  const isSame = again.every(({ outcome }, at) => isDeepStrictEqual(outcome, repeated[at]));
  return { first, isSteady: isSame && followed.every(({ kind }) => kind === "timeout") };
}

async function outcomesOf(
  code: Source,
  tests: readonly TaskTest[],
  options: RunTestsOptions,
): Promise<readonly Outcome[]> {
  if (tests.length === 0) return [];
  return (await runTests(code, tests, options)).results.map(({ outcome }) => outcome);
}
