/** The generated tests that bugs are measured on: some for all of them, more where a bug seldom shows. */
import type { Source } from "../../sandbox/source.ts";
import { Comparison } from "../compare-several.ts";
import { GENERATED_CALLS, GENERATED_SEED } from "../generated-sample.ts";
import { drawCalls, expectAll, HIDDEN_TESTS } from "../hidden-tests.ts";
import { type JudgedTest, judgeTests, type RunTestsOptions, runTests } from "../run-tests.ts";
import type { Program, TaskTest } from "../task.ts";

/**
 * All calls on a text in one run are quicker, and give what a run for each gives as long as none of them could be stopped
 * there: so all together get less than one may have there. A value of a thousand parts, the most that comes out, is longer.
 */
const SHARED = { fuel: 40_000_000, outputBytes: 64 * 1024, answerLength: 2_000 };

export class GeneratedTests {
  /** As many as an episode has, or all there are. */
  readonly first: readonly TaskTest[];
  /** Whether no more calls can be drawn than were. */
  readonly areAll: boolean;
  readonly #program: Program;
  readonly #more: readonly string[];
  #comparison: Promise<Comparison> | null = null;
  #rest: Promise<RestOfTests> | null = null;

  private constructor(program: Program, drawn: Pick<GeneratedTests, "first" | "areAll"> & { more: readonly string[] }) {
    this.#program = program;
    this.first = drawn.first;
    this.areAll = drawn.areAll;
    this.#more = drawn.more;
  }

  /** @throws UnsoundProgramError */
  static async draw(program: Program, options: RunTestsOptions): Promise<GeneratedTests> {
    const calls = await drawCalls(program, { ...options, seed: GENERATED_SEED, count: GENERATED_CALLS });
    const first = await expectAll(calls.slice(0, HIDDEN_TESTS), { ...options, program });
    const areAll = calls.length < GENERATED_CALLS;
    return new GeneratedTests(program, { first, areAll, more: calls.slice(HIDDEN_TESTS) });
  }

  /** Runs the first ones on a text. Of how it raised, only the type is told. */
  async judgeFirst(code: Source, options: JudgeOptions): Promise<readonly JudgedTest[]> {
    this.#comparison ??= this.#compare(this.first, options);
    return judge(code, { tests: this.first, comparison: await this.#comparison }, options);
  }

  /** The same of those beyond the first, found when they are first asked for. @throws UnsoundProgramError */
  async judgeRest(code: Source, options: JudgeOptions): Promise<readonly JudgedTest[]> {
    this.#rest ??= this.#findRest(options);
    return judge(code, await this.#rest, options);
  }

  async #findRest(options: JudgeOptions): Promise<RestOfTests> {
    const tests = await expectAll(this.#more, { ...options, program: this.#program });
    return { tests, comparison: await this.#compare(tests, options) };
  }

  #compare(tests: readonly TaskTest[], { isEndless: _, ...options }: JudgeOptions): Promise<Comparison> {
    const calls = tests.map(({ call }) => call);
    return Comparison.open({ ...options, program: this.#program, calls, shared: SHARED });
  }
}

export interface JudgeOptions extends RunTestsOptions {
  /** Whether the text is known not to end on some call: on all together it would not, either. */
  readonly isEndless: boolean;
}

interface RestOfTests {
  readonly tests: readonly TaskTest[];
  readonly comparison: Comparison;
}

async function judge(
  code: Source,
  { tests, comparison }: RestOfTests,
  { isEndless, ...options }: JudgeOptions,
): Promise<readonly JudgedTest[]> {
  if (isEndless) return (await runTests(code, tests, options)).results;
  const [outcomes = []] = await comparison.run([code]);
  return judgeTests(tests, outcomes);
}
