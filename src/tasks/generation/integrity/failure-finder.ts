/** Whether texts fail some of the same tests, told without making every call and waiting for each that does not end. */
import type { Limits } from "../../../sandbox/sandbox.ts";
import type { Source } from "../../../sandbox/source.ts";
import { type JudgedTest, type RunTestsOptions, runTests } from "../../run-tests.ts";
import type { TaskTest } from "../../task.ts";

/** Most calls end within this; a run of calls that do not end costs a second, and of mutants there are thousands. */
const FIRST_TRY = { fuel: 500_000, batchFuel: 3_000_000 };

export interface FailureFinderOptions extends RunTestsOptions {
  /** What an episode would let a text use. */
  readonly limits: Pick<Limits, "batchFuel">;
}

export class FailureFinder {
  readonly #options: FailureFinderOptions;
  /** The tests that most texts have failed first: one call tells of most texts. */
  readonly #order: TaskTest[];
  readonly #told = new Map<TaskTest, number>();

  constructor(tests: readonly TaskTest[], options: FailureFinderOptions) {
    this.#order = [...tests];
    this.#options = options;
  }

  /**
   * The same as a run of all tests within the limits would say: more fuel changes nothing of a call that has ended, calls do
   * not know of each other, and what two first tries use together is less than any episode's limit.
   */
  async failsSome(code: Source): Promise<boolean> {
    const [first, ...others] = this.#order;
    if (first === undefined) return (await this.#try(code, [])) === "told";
    const found = await this.#try(code, [first]);
    const more = found === "told" ? "told" : await this.#try(code, others);
    if (found === "told" || more === "told") return true;
    const [unended] = [...found, ...more];
    if (unended === undefined) return false;
    const { limits, ...options } = this.#options;
    // Alone it has no less than it would have among the others.
    const alone = await runTests(code, [unended], { ...options, limits });
    if (alone.results.some(({ passed }) => !passed)) return true;
    const again = await runTests(code, this.#order, { ...options, limits });
    return again.results.some(({ passed }) => !passed);
  }

  /** The tests that did not end; or that a failure is told, whatever the others give. */
  async #try(code: Source, tests: readonly TaskTest[]): Promise<readonly TaskTest[] | "told"> {
    const { syntax, results } = await runTests(code, tests, { ...this.#options, limits: FIRST_TRY });
    if (syntax !== null) return "told";
    const failed = results.filter(({ passed }) => !passed);
    const told = failed.filter(({ outcome }) => outcome.kind !== "timeout");
    if (told.length === 0) return failed.map(({ test }) => test);
    this.#note(told);
    return "told";
  }

  #note(failed: readonly JudgedTest[]): void {
    for (const { test } of failed) this.#told.set(test, (this.#told.get(test) ?? 0) + 1);
    this.#order.sort((one, other) => (this.#told.get(other) ?? 0) - (this.#told.get(one) ?? 0));
  }
}
