/** Runs the texts of one episode against its tests, each text once: the sandbox gives the same answer every time. */
import type { LanguagePack } from "../languages/language-pack.ts";
import type { HiddenCount, Tally } from "../protocol/protocol.ts";
import type { RunOptions, Sandbox, SyntaxProblem } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import { findsDifference } from "../tasks/adversary/adversary.ts";
import { type HiddenFlags, runHiddenTests } from "../tasks/hidden-group.ts";
import type { HiddenSeed } from "../tasks/hidden-seed.ts";
import { programKey } from "../tasks/program-key.ts";
import { runTests } from "../tasks/run-tests.ts";
import { numberOf, type SharedWork, sharedBySandbox } from "../tasks/shared-work.ts";
import { linesInsideStrings } from "../tasks/string-lines.ts";
import type { Program } from "../tasks/task.ts";
import { visibleLimits } from "../tasks/task-budget.ts";
import type { GradeTold } from "../words/ending-words.ts";
import { reportRun } from "./execution-output.ts";
import { isLoss, lastResort, TRIES_IN_VAIN } from "./last-resort.ts";
import { PromiseMemo } from "./promise-memo.ts";
import { addStandings, compareWithGiven, type Standing } from "./reward/facts.ts";
import type { TestRun } from "./test-run.ts";

/** How a text does on all tests, at the end. */
export interface Grade {
  readonly visible: TestRun;
  /** All tests pass, and some did not on the given text. */
  readonly solved: boolean;
  /** On the tests that score an episode that is not solved. */
  readonly standing: Standing;
  /** Of the hidden tests an agent learns no more than this, or only whether any failed. */
  readonly hidden: Tally;
  readonly isCountHidden: boolean;
}

export interface ExaminerOptions {
  readonly program: Program;
  /** The source that others are compared with. */
  readonly given: Source;
  /** Draws the hidden tests. */
  readonly seed: HiddenSeed;
  /** What a secret makes of the calls that the search for a difference tries; null or left out where there is none. */
  readonly listsKey?: string | null;
  readonly hiddenCount: HiddenCount;
  readonly sandbox: Sandbox;
  /** The sandbox shares its workers fairly between clients, and a client's share between its sessions. */
  readonly session: string | undefined;
  /** Who owns the session. */
  readonly client?: string | undefined;
}

type VisibleRun = Omit<TestRun, "standing">;

/** Reports of given texts on the visible tests, which every episode of a task begins with: of no more than a page each. */
const givenRuns = sharedBySandbox<VisibleRun>({ most: 512, weigh: ({ report }) => report.length, mostWeight: 2 ** 21 });

/** What given texts are as programs, which episodes compare others with. */
const givenPrograms = sharedBySandbox<string>({ most: 512, weigh: ({ length }) => length, mostWeight: 2 ** 17 });

/** Enough for the texts an agent goes back and forth between; an older one is simply run again. */
const REMEMBERED_TEXTS = 16;

/** Whom the sandbox is asked for. */
type Asking = RunOptions & { readonly sandbox: Sandbox };

export class Examiner {
  readonly #options: ExaminerOptions;
  readonly #syntax = new PromiseMemo<SyntaxProblem | null>(REMEMBERED_TEXTS);
  readonly #programs = new PromiseMemo<string>(REMEMBERED_TEXTS);
  readonly #visible = new PromiseMemo<VisibleRun>(REMEMBERED_TEXTS);
  readonly #hidden = new PromiseMemo<HiddenFlags>(REMEMBERED_TEXTS);
  readonly #likeSolution = new PromiseMemo<boolean>(REMEMBERED_TEXTS);
  /** In whose name the sandbox is asked, if not in the owner's. */
  #askedAs: string | null = null;
  /** Tries at a grade that lost workers. */
  #triesInVain = 0;

  constructor(options: ExaminerOptions) {
    this.#options = options;
  }

  /** From now on the sandbox is asked in this client's name; in the owner's own again where it is null. */
  askAs(client: string | null): void {
    this.#askedAs = client;
  }

  /** What the text is written in. */
  get language(): LanguagePack {
    return this.#options.program.language;
  }

  /** Why `source` does not parse; null if it does. */
  async checkSyntax(source: Source, signal?: AbortSignal): Promise<SyntaxProblem | null> {
    return this.#syntax.get(source.key, async () => (await runTests(source, [], this.#runOptions(signal))).syntax);
  }

  /** Numbers of the lines of `text` that begin inside a string; null where that cannot be told, or tells nothing. */
  async linesInsideStrings(text: string, signal?: AbortSignal): Promise<ReadonlySet<number> | null> {
    const { indentation } = this.language;
    return indentation && linesInsideStrings(text, { indentation, ...this.#runOptions(signal) });
  }

  /** Whether `source` is another program than the given one, not the same with other comments or blanks. */
  async isOtherProgram(source: Source, signal?: AbortSignal): Promise<boolean> {
    const options = this.#runOptions(signal);
    const { standing } = await this.#compare(source, options);
    // What passes other tests is another program; only where it does not are the texts themselves compared.
    if (standing.repaired + standing.broken > 0) return true;
    const [given, now] = await Promise.all([this.#options.given, source].map((each) => this.programOf(each, signal)));
    return given !== now;
  }

  /** A name for `source` that others share which are the same program with other comments or blanks. */
  programOf(source: Source, signal?: AbortSignal): Promise<string> {
    return this.#programs.get(source.key, () => {
      const { program, given } = this.#options;
      const options = this.#runOptions(signal);
      if (!source.equals(given)) return nameProgram(program, source, options);
      return this.#shared(givenPrograms, options, (until) =>
        nameProgram(program, given, { ...options, signal: until }),
      );
    });
  }

  async runVisible(source: Source, signal?: AbortSignal): Promise<TestRun> {
    return this.#compare(source, this.#runOptions(signal));
  }

  /**
   * One run is asked for after the other, so that anyone who submits has no more of the sandbox than anybody else. No worker
   * is ended in the midst of hidden calls: when that happens would tell of them.
   */
  async grade(source: Source, signal?: AbortSignal): Promise<Grade> {
    const options = { ...this.#runOptions(signal), sparesWorker: true };
    try {
      return await this.#grade(source, this.#triesInVain < TRIES_IN_VAIN ? options : this.#lastResort(source, options));
    } catch (error) {
      if (isLoss(error)) this.#triesInVain += 1;
      throw error;
    }
  }

  async #grade(source: Source, options: Asking): Promise<Grade> {
    const visible = await this.#compare(source, options);
    const drawn = await this.#runHidden(source, options);
    const flags = visible.results.map(passed);
    const isRight = [...flags, ...drawn.text].every(Boolean);
    const wasRight = visible.standing.failing === 0 && drawn.given.every(Boolean);
    // One hidden test more: no difference from the solution can be found. Where a test has failed, one has been found.
    const hidden = [...drawn.text, isRight && (wasRight || (await this.#isLikeSolution(source, options)))];
    const standing = addStandings(visible.standing, compareWithGiven([...drawn.given, wasRight], hidden));
    const isSecret = this.#options.hiddenCount === "hidden";
    return {
      visible,
      solved: standing.failing > 0 && [...flags, ...hidden].every(Boolean),
      // A score that counted hidden tests would tell their number.
      standing: isSecret ? visible.standing : standing,
      hidden: tallyOf(hidden),
      isCountHidden: isSecret,
    };
  }

  #lastResort(source: Source, options: Asking): Asking {
    const { solution, tests } = this.#options.program;
    const control = () => runTests(solution, tests, options);
    return {
      ...options,
      sandbox: lastResort(options.sandbox, { source, quote: this.language.literals.quote, control }),
    };
  }

  async #compare(source: Source, options: Asking): Promise<TestRun> {
    const given = await this.#runVisible(this.#options.given, options);
    const now = await this.#runVisible(source, options);
    return { ...now, standing: compareWithGiven(given.results.map(passed), now.results.map(passed)) };
  }

  #runVisible(source: Source, options: Asking): Promise<VisibleRun> {
    return this.#visible.get(source.key, () => {
      const { program, given } = this.#options;
      if (!source.equals(given)) return runVisible(program, source, options);
      return this.#shared(givenRuns, options, (until) => runVisible(program, given, { ...options, signal: until }));
    });
  }

  /** What hangs on the given text alone, which no agent wrote: it is the same in every episode of the task. */
  #shared<Value>(
    sharedBy: (sandbox: object) => SharedWork<Value>,
    { sandbox, session = "", client = session, signal }: Asking,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    const { program, given } = this.#options;
    return sharedBy(sandbox).get(`${numberOf(program)} ${given.key}`, { client, signal }, work);
  }

  /** The hidden calls are batches of their own, so that no text meets them before the end. */
  #runHidden(source: Source, options: Asking): Promise<HiddenFlags> {
    return this.#hidden.get(source.key, async () => {
      const { program, given, seed } = this.#options;
      return runHiddenTests(program, { given, text: source }, { seed, ...options });
    });
  }

  async #isLikeSolution(source: Source, options: Asking): Promise<boolean> {
    return this.#likeSolution.get(source.key, async () => {
      const { program, given, seed, listsKey = null } = this.#options;
      // Who passes a test that the solution fails differs from the solution there.
      if (program.isContradicted) return false;
      return !(await findsDifference(program, source, { given, seed, listsKey, ...options }));
    });
  }

  #runOptions(signal?: AbortSignal): Asking {
    const { sandbox, session, client: own } = this.#options;
    const client = this.#askedAs ?? own;
    const owner = { ...(session !== undefined && { session }), ...(client !== undefined && { client }) };
    return { sandbox, ...owner, ...(signal && { signal }) };
  }
}

async function runVisible(program: Program, source: Source, options: Asking): Promise<VisibleRun> {
  const limits = await visibleLimits(program, options);
  const { literals } = program.language;
  return reportRun(await runTests(source, program.tests, { ...options, limits }), { literals, entry: source.entry });
}

async function nameProgram(program: Program, source: Source, options: Asking): Promise<string> {
  // One that cannot be read as a tree is the same as its very text alone.
  return (await programKey(source, { program, ...options })) ?? source.key;
}

/** What of a grade may be told. */
export function gradeTold({ solved, visible, hidden, isCountHidden }: Grade): GradeTold {
  return { solved, visible: tallyOf(visible.results.map(passed)), hidden, isCountHidden };
}

/** How many of the tests passed. */
function tallyOf(flags: readonly boolean[]): Tally {
  return { passed: flags.filter(Boolean).length, total: flags.length };
}

function passed(result: { readonly passed: boolean }): boolean {
  return result.passed;
}
