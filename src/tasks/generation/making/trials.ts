/** Runs candidates: on the visible tests first, and on generated calls those that may be kept. */
import { isDeepStrictEqual } from "node:util";
import type { Limits, Outcome, RunOptions, Sandbox } from "../../../sandbox/sandbox.ts";
import type { Source } from "../../../sandbox/source.ts";
import { exactKey } from "../../../sandbox/values/exact-key.ts";
import { Comparison } from "../../compare-several.ts";
import { GENERATED_CALLS, GENERATED_SEED } from "../../generated-sample.ts";
import { drawCalls, testsExpecting } from "../../hidden-tests.ts";
import { type JudgedTest, judgeTests, runTests, toCall } from "../../run-tests.ts";
import type { Program, TaskTest } from "../../task.ts";
import { type Candidate, editedLines, placedLine } from "./candidates.ts";

/** How often a buggy text is run on each visible test, as by a validation. */
const RUNS = 5;

export interface TrialOptions extends RunOptions {
  readonly sandbox: Sandbox;
}

/** What a candidate does on the visible tests. */
export interface Screening {
  /** Places of those that it fails. */
  readonly fails: readonly number[];
  /** Whether each that it fails is one in which a line of the bug itself raises. */
  readonly crashes: boolean;
  /** Whether some call does not end. */
  readonly isEndless: boolean;
  readonly outcomes: readonly Outcome[];
}

interface VisibleOptions {
  /** How often all tests are made, in one run. */
  readonly times?: number;
  /** Default: the usual ones. */
  readonly limits?: Partial<Limits>;
}

interface Drawn {
  readonly tests: readonly TaskTest[];
  /** For a mutant on the visible tests. */
  readonly limits: Partial<Limits>;
  readonly comparison: Comparison;
}

/**
 * Runs that do not end are most of what screening costs, so a mutant gets so many times what the solution uses, or a little
 * if that is more; the five runs of what is kept have the usual limits.
 */
const TIMES_REFERENCE = 4;
const LEAST_FUEL = { call: 2_000_000, batch: 8_000_000 };

function shortLimits(reference: { readonly call: number; readonly batch: number }): Pick<Limits, "fuel" | "batchFuel"> {
  return {
    fuel: Math.max(LEAST_FUEL.call, TIMES_REFERENCE * reference.call),
    batchFuel: Math.max(LEAST_FUEL.batch, TIMES_REFERENCE * reference.batch),
  };
}

/** What it takes to execute the solution's files, without any test. */
async function loadingFuel({ solution }: Program, { sandbox, ...running }: TrialOptions): Promise<number> {
  return (await sandbox.run({ code: solution, calls: [toCall("0")] }, running)).fuel;
}

export class Trials {
  readonly #program: Program;
  readonly #options: TrialOptions;
  readonly #generated: readonly TaskTest[];
  readonly #limits: Partial<Limits>;
  readonly #comparison: Comparison;

  private constructor(program: Program, { tests, limits, comparison }: Drawn, options: TrialOptions) {
    this.#program = program;
    this.#options = options;
    this.#generated = tests;
    this.#limits = limits;
    this.#comparison = comparison;
  }

  /** Draws the calls. @throws UnsoundProgramError; Error where the solution itself fails a visible test */
  static async open(program: Program, options: TrialOptions): Promise<Trials> {
    const { sandbox, ...running } = options;
    const { results, fuel } = await runTests(program.solution, program.tests, options);
    const failed = results.find(({ passed }) => !passed);
    if (failed !== undefined) throw new Error(`its solution fails "${failed.test.name}"`);
    const calls = await drawCalls(program, { ...options, seed: GENERATED_SEED, count: GENERATED_CALLS });
    // A call on which the solution itself is slow is left out; what it takes to load the files is no call's fault.
    const loading = program.solution.isOneFile ? 0 : await loadingFuel(program, options);
    const slow = Math.max(LEAST_FUEL.call, 2 * loading);
    const batch = { code: program.solution, calls: calls.map(toCall), limits: { fuel: slow } };
    const run = await sandbox.run(batch, running);
    const tests = testsExpecting(run.outcomes, { program, calls });
    const comparison = await Comparison.open({
      ...options,
      program,
      calls: tests.map(({ call }) => call),
      areMany: true,
      limits: shortLimits({ call: Math.max(LEAST_FUEL.call, loading), batch: run.fuel }),
    });
    return new Trials(program, { tests, limits: shortLimits({ call: fuel, batch: fuel }), comparison }, options);
  }

  /** Null where the program does not parse. */
  async screen(candidate: Candidate): Promise<Screening | null> {
    const { code } = candidate;
    const { syntax, results } = await runTests(code, this.#program.tests, {
      ...this.#options,
      limits: this.#limits,
    });
    if (syntax !== null) return null;
    const failed = results.filter(({ passed }) => !passed);
    const lines = editedLines(candidate);
    const raises = (outcome: Outcome) => raisesAt(outcome, lines, code);
    return {
      fails: results.flatMap(({ passed }, index) => (passed ? [] : [index])),
      crashes: failed.length > 0 && failed.every(({ outcome }) => raises(outcome)),
      isEndless: failed.some(({ outcome }) => outcome.kind === "timeout"),
      outcomes: results.map(({ outcome }) => outcome),
    };
  }

  visibleOutcomes(code: Source): Promise<readonly Outcome[]> {
    return this.#visible(code, { limits: this.#limits });
  }

  /** How many programs `compare` takes at a time. */
  get comparedAtATime(): number {
    return this.#comparison.atATime;
  }

  /** The generated calls on each program, judged by the solution. */
  async compare(codes: readonly Source[]): Promise<readonly (readonly JudgedTest[])[]> {
    const all = await this.#comparison.run(codes);
    return all.map((outcomes) => judgeTests(this.#generated, outcomes));
  }

  /** The same of one that does not end: with others it would keep them from being answered. */
  async compareEndless(code: Source): Promise<readonly JudgedTest[]> {
    return judgeTests(this.#generated, await this.#comparison.runApart(code));
  }

  /**
   * Whether all tests fail under the usual limits just as they did, and five runs give the same; one has been made already.
   * Calls do not know of each other, so four times all tests are one run. But one that does not end uses a run's fuel up: of
   * such a program one run has the usual limits, and what the others give is compared under those of screening.
   */
  async isSteady(code: Source, { fails, outcomes, isEndless }: Screening): Promise<boolean> {
    const { tests } = this.#program;
    if (!isEndless) {
      // More fuel would have changed nothing of a run in which every call ended.
      const again = await this.#visible(code, { times: RUNS - 1 });
      return isDeepStrictEqual(again, Array.from({ length: RUNS - 1 }, () => outcomes).flat());
    }
    const once = () => this.#visible(code, { limits: this.#limits });
    const [usual, ...others] = await Promise.all([this.#visible(code), once(), once(), once()]);
    const failed = judgeTests(tests, usual).flatMap(({ passed }, index) => (passed ? [] : [index]));
    return isDeepStrictEqual(failed, fails) && others.every((other) => isDeepStrictEqual(other, outcomes));
  }

  async #visible(code: Source, { times = 1, limits }: VisibleOptions = {}): Promise<readonly Outcome[]> {
    const tests = Array.from({ length: times }, () => this.#program.tests).flat();
    const { results } = await runTests(code, tests, { ...this.#options, ...(limits && { limits }) });
    return results.map(({ outcome }) => outcome);
  }
}

/** Places of frames, as a traceback names them. */
const FRAME = /^ {2}File "([^"\n]+)", line (\d+)/gm;

/** Whether the last line of the program that was running is one of these. */
function raisesAt(outcome: Outcome, lines: ReadonlySet<string>, { entry, files, isOneFile }: Source): boolean {
  if (outcome.kind !== "raised") return false;
  if (isOneFile) return outcome.line !== null && lines.has(placedLine(entry, outcome.line));
  const frames = [...outcome.traceback.matchAll(FRAME)].filter(([, path = ""]) => files.has(path));
  const [, path = "", line] = frames.at(-1) ?? [];
  return lines.has(placedLine(path, Number(line)));
}

/** Names what calls gave: programs that behave alike on all of them have the same. */
export function behaviourOf(outcomes: readonly Outcome[]): string {
  return outcomes.map(nameOutcome).join("\n");
}

/** Most programs give for most calls what the solution gives, which is then one and the same. */
const namedOutcomes = new WeakMap<Outcome, string>();

function nameOutcome(outcome: Outcome): string {
  const name = namedOutcomes.get(outcome) ?? makeName(outcome);
  namedOutcomes.set(outcome, name);
  return name;
}

function makeName(outcome: Outcome): string {
  if (outcome.kind === "value") return exactKey(outcome.value) ?? "incomparable";
  if (outcome.kind === "raised") return `raised ${outcome.module} ${outcome.type}`;
  return outcome.kind;
}
