/** The generated tests that bugs are measured on: some for all of them, more where a bug seldom shows. */
import { GENERATED_CALLS, GENERATED_SEED } from "../generated-sample.ts";
import { drawCalls, expectAll, HIDDEN_TESTS } from "../hidden-tests.ts";
import type { RunTestsOptions } from "../run-tests.ts";
import type { Program, TaskTest } from "../task.ts";

export class GeneratedTests {
  /** As many as an episode has, or all there are. */
  readonly first: readonly TaskTest[];
  /** Whether no more calls can be drawn than were. */
  readonly areAll: boolean;
  readonly #more: () => Promise<readonly TaskTest[]>;
  #rest: Promise<readonly TaskTest[]> | null = null;

  private constructor(first: readonly TaskTest[], areAll: boolean, more: () => Promise<readonly TaskTest[]>) {
    this.first = first;
    this.areAll = areAll;
    this.#more = more;
  }

  /** @throws UnsoundProgramError */
  static async draw(program: Program, options: RunTestsOptions): Promise<GeneratedTests> {
    const drawing = { ...options, program };
    const calls = await drawCalls(program, { ...options, seed: GENERATED_SEED, count: GENERATED_CALLS });
    const first = await expectAll(calls.slice(0, HIDDEN_TESTS), drawing);
    const more = () => expectAll(calls.slice(HIDDEN_TESTS), drawing);
    return new GeneratedTests(first, calls.length < GENERATED_CALLS, more);
  }

  /** Those beyond the first, found when they are first asked for. @throws UnsoundProgramError */
  rest(): Promise<readonly TaskTest[]> {
    this.#rest ??= this.#more();
    return this.#rest;
  }
}
