/** Runs the texts of one episode against its tests, each text once: the sandbox gives the same answer every time. */
import type { RunOptions, Sandbox, SyntaxProblem } from "../sandbox/sandbox.ts";
import { runHiddenTests } from "../tasks/hidden-tests.ts";
import { runTests } from "../tasks/run-tests.ts";
import type { Program } from "../tasks/task.ts";
import { reportRun } from "./execution-output.ts";
import { PromiseMemo } from "./promise-memo.ts";
import { addStandings, compareWithGiven, type Standing } from "./reward/facts.ts";
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
  /** The sandbox shares its workers fairly between clients, and a client's share between its sessions. */
  readonly session: string | undefined;
  readonly client?: string | undefined;
}

/** Enough for the texts an agent goes back and forth between; an older one is simply run again. */
const REMEMBERED_TEXTS = 16;

/** Which of the hidden tests pass, and which of them on the given text. */
interface HiddenRun {
  readonly hidden: readonly boolean[];
  readonly givenHidden: readonly boolean[];
}

/** Whom the sandbox is asked for. */
type Asking = RunOptions & { readonly sandbox: Sandbox };

type VisibleRun = Omit<TestRun, "standing">;

export class Examiner {
  readonly #options: ExaminerOptions;
  readonly #syntax = new PromiseMemo<SyntaxProblem | null>(REMEMBERED_TEXTS);
  readonly #visible = new PromiseMemo<VisibleRun>(REMEMBERED_TEXTS);
  readonly #hidden = new PromiseMemo<HiddenRun>(REMEMBERED_TEXTS);

  constructor(options: ExaminerOptions) {
    this.#options = options;
  }

  /** Why `text` does not parse; null if it does. */
  async checkSyntax(text: string, signal?: AbortSignal): Promise<SyntaxProblem | null> {
    return this.#syntax.get(text, async () => (await runTests(text, [], this.#runOptions(signal))).syntax);
  }

  async runVisible(text: string, signal?: AbortSignal): Promise<TestRun> {
    return this.#compare(text, this.#runOptions(signal));
  }

  /**
   * One run is asked for after the other, so that whoever submits has no more of the sandbox than anybody else. No worker
   * is ended in the midst of hidden calls: when that happens would tell of them.
   */
  async grade(text: string, signal?: AbortSignal): Promise<Grade> {
    const options = { ...this.#runOptions(signal), sparesWorker: true };
    const visible = await this.#compare(text, options);
    const { hidden, givenHidden } = await this.#runHidden(text, options);
    const standing = addStandings(visible.standing, compareWithGiven(givenHidden, hidden));
    const tally = (flags: readonly boolean[], kind: string): string =>
      `${flags.filter(Boolean).length} of ${flags.length} ${kind}`;
    const flags = visible.results.map(passed);
    return {
      visible,
      solved: standing.failing > 0 && [...flags, ...hidden].every(Boolean),
      standing,
      summary: `${tally(flags, "visible")} and ${tally(hidden, "hidden")} tests passed.`,
    };
  }

  async #compare(text: string, options: Asking): Promise<TestRun> {
    const given = await this.#runVisible(this.#options.given, options);
    const now = await this.#runVisible(text, options);
    return { ...now, standing: compareWithGiven(given.results.map(passed), now.results.map(passed)) };
  }

  #runVisible(text: string, options: Asking): Promise<VisibleRun> {
    return this.#visible.get(text, async () => {
      const { syntax, results } = await runTests(text, this.#options.program.tests, options);
      return { ...reportRun(results), syntax };
    });
  }

  /** The hidden calls are batches of their own, so that no text meets them before the end. */
  #runHidden(text: string, options: Asking): Promise<HiddenRun> {
    return this.#hidden.get(text, async () => {
      const { program, given, seed } = this.#options;
      const texts = text === given ? [given] : [given, text];
      const runs = await runHiddenTests(program, texts, { seed, ...options });
      return { hidden: runs.at(-1) ?? [], givenHidden: runs[0] ?? [] };
    });
  }

  #runOptions(signal?: AbortSignal): Asking {
    const { sandbox, session, client } = this.#options;
    const owner = { ...(session !== undefined && { session }), ...(client !== undefined && { client }) };
    return { sandbox, ...owner, ...(signal && { signal }) };
  }
}

function passed(result: { readonly passed: boolean }): boolean {
  return result.passed;
}
