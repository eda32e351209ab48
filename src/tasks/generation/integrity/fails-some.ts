/** Whether a text fails a test, told without waiting for every call that does not end. */
import type { Limits } from "../../../sandbox/sandbox.ts";
import type { Source } from "../../../sandbox/source.ts";
import { type RunTestsOptions, runTests } from "../../run-tests.ts";
import type { TaskTest } from "../../task.ts";

/** Most calls end within this; a run of calls that do not end costs a second, and of mutants there are thousands. */
const FIRST_TRY = { fuel: 2_000_000, batchFuel: 12_000_000 };

export interface FailsSomeOptions extends RunTestsOptions {
  /** What an episode would let the text use. */
  readonly limits: Pick<Limits, "batchFuel">;
}

/** The same as a run of all tests within the limits would say: more fuel changes nothing of a call that has ended. */
export async function failsSome(
  code: Source,
  tests: readonly TaskTest[],
  { limits, ...options }: FailsSomeOptions,
): Promise<boolean> {
  const { syntax, results } = await runTests(code, tests, { ...options, limits: FIRST_TRY });
  const failed = results.filter(({ passed }) => !passed);
  if (syntax !== null || failed.some(({ outcome }) => outcome.kind !== "timeout")) return true;
  const [first] = failed;
  if (first === undefined) return false;
  // Alone it has no less than it would have among the others.
  const alone = await runTests(code, [first.test], { ...options, limits });
  if (alone.results.some(({ passed }) => !passed)) return true;
  const again = await runTests(code, tests, { ...options, limits });
  return again.results.some(({ passed }) => !passed);
}
