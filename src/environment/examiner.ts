/** Runs the texts of one episode against its tests, each text once: the sandbox gives the same answer every time. */
import type { RunOptions, Sandbox, SyntaxProblem } from "../sandbox/sandbox.ts";
import { findsDifference } from "../tasks/adversary/adversary.ts";
import { type HiddenFlags, runHiddenTests } from "../tasks/hidden-tests.ts";
import { runTests } from "../tasks/run-tests.ts";
import type { Program } from "../tasks/task.ts";
import { reportRun } from "./execution-output.ts";
import { PromiseMemo } from "./promise-memo.ts";
import { addStandings, compareWithGiven, type Standing } from "./reward/facts.ts";
import { settleAll } from "./settle.ts";
import type { TestRun } from "./test-run.ts";

/** How a text does on all tests, at the end. */
export interface Grade {
  readonly visible: TestRun;
  /** All tests pass, and some did not on the given text. */
  readonly solved: boolean;
  /** On visible and hidden tests together. */
  readonly standing: Standing;
  /** How many passed: of the hidden tests an agent learns no more than that. */
  readonly summary: string;
}

export interface ExaminerOptions {
  readonly program: Program;
  /** The text that others are compared with. */
  readonly given: string;
  /** Draws the hidden tests. */
  readonly seed: number;
  readonly sandbox: Sandbox;
  /** The sandbox shares its workers fairly between sessions. */
  readonly session: string | undefined;
}

/** Enough for the texts an agent goes back and forth between; an older one is simply run again. */
const REMEMBERED_TEXTS = 16;

type VisibleRun = Omit<TestRun, "standing">;

export class Examiner {
  readonly #options: ExaminerOptions;
  readonly #syntax = new PromiseMemo<SyntaxProblem | null>(REMEMBERED_TEXTS);
  readonly #visible = new PromiseMemo<VisibleRun>(REMEMBERED_TEXTS);
  readonly #hidden = new PromiseMemo<HiddenFlags>(REMEMBERED_TEXTS);
  readonly #likeSolution = new PromiseMemo<boolean>(REMEMBERED_TEXTS);

  constructor(options: ExaminerOptions) {
    this.#options = options;
  }

  /** Why `text` does not parse; null if it does. */
  async checkSyntax(text: string, signal?: AbortSignal): Promise<SyntaxProblem | null> {
    return this.#syntax.get(text, async () => (await runTests(text, [], this.#runOptions(signal))).syntax);
  }

  async runVisible(text: string, signal?: AbortSignal): Promise<TestRun> {
    const [now, given] = await settleAll([
      this.#runVisible(text, signal),
      this.#runVisible(this.#options.given, signal),
    ]);
    return { ...now, standing: compareWithGiven(given.results.map(passed), now.results.map(passed)) };
  }

  async grade(text: string, signal?: AbortSignal): Promise<Grade> {
    const [visible, drawn] = await settleAll([this.runVisible(text, signal), this.#runHidden(text, signal)]);
    const flags = visible.results.map(passed);
    const isRight = [...flags, ...drawn.text].every(Boolean);
    const wasRight = visible.standing.failing === 0 && drawn.given.every(Boolean);
    // One hidden test more: no difference from the solution can be found. Where a test has failed, one has been found.
    const hidden = [...drawn.text, isRight && (wasRight || (await this.#isLikeSolution(text, signal)))];
    const standing = addStandings(visible.standing, compareWithGiven([...drawn.given, wasRight], hidden));
    const tally = (flags: readonly boolean[], kind: string): string =>
      `${flags.filter(Boolean).length} of ${flags.length} ${kind}`;
    return {
      visible,
      solved: standing.failing > 0 && [...flags, ...hidden].every(Boolean),
      standing,
      summary: `${tally(flags, "visible")} and ${tally(hidden, "hidden")} tests passed.`,
    };
  }

  #runVisible(text: string, signal?: AbortSignal): Promise<VisibleRun> {
    return this.#visible.get(text, async () => {
      const { syntax, results } = await runTests(text, this.#options.program.tests, this.#runOptions(signal));
      return { ...reportRun(results), syntax };
    });
  }

  /** The hidden calls are batches of their own, so that no text meets them before the end. */
  #runHidden(text: string, signal?: AbortSignal): Promise<HiddenFlags> {
    return this.#hidden.get(text, async () => {
      const { program, given, seed } = this.#options;
      return runHiddenTests(program, { given, text }, { seed, ...this.#runOptions(signal) });
    });
  }

  async #isLikeSolution(text: string, signal?: AbortSignal): Promise<boolean> {
    return this.#likeSolution.get(text, async () => {
      const { program, given, seed } = this.#options;
      return !(await findsDifference(program, text, { given, seed, ...this.#runOptions(signal) }));
    });
  }

  #runOptions(signal?: AbortSignal): RunOptions & { readonly sandbox: Sandbox } {
    const { sandbox, session } = this.#options;
    return { sandbox, ...(session !== undefined && { session }), ...(signal && { signal }) };
  }
}

function passed(result: { readonly passed: boolean }): boolean {
  return result.passed;
}
