/** Runs several programs on the same generated calls, some in one run of the interpreter, which costs half of a run for each. */
import {
  type Call,
  DEFAULT_LIMITS,
  type Limits,
  type Outcome,
  type RunOptions,
  type Sandbox,
} from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import { readTexts } from "./read-texts.ts";
import { runOptionsOf } from "./run-options.ts";
import { toCall } from "./run-tests.ts";
import { completeOutcomes, readAnswer, TOGETHER_LIMITS } from "./run-together.ts";
import type { Program } from "./task.ts";

export interface CompareOptions extends RunOptions {
  readonly sandbox: Sandbox;
  readonly program: Program;
  readonly calls: readonly string[];
  /** Of a run for one program. */
  readonly limits?: Partial<Limits>;
  /** Whether so many are compared that it pays to ask the solution first: what gives the same says so, and no more. */
  readonly areMany?: boolean;
  /** Of a run for several, as far as it is not like one for each. */
  readonly shared?: SharedLimits;
}

export interface SharedLimits {
  /** For each program. */
  readonly fuel: number;
  readonly outputBytes?: number;
  /** Longer ones are not believed: a run for each call may give no such value. */
  readonly answerLength?: number;
}

const NOT_BOUNDED: Partial<SharedLimits> = {};

/** A value that comes out of the sandbox may have a thousand parts. */
const MOST_ANSWERS = 900;

/** The value that is packed with the call. */
const LIKE_KNOWN = "=";

interface PackedCalls {
  readonly packed: string | null;
  readonly known: readonly (Outcome | null)[];
}

async function packCalls({ sandbox, program, calls, ...options }: CompareOptions): Promise<PackedCalls> {
  const several = program.language.together?.several ?? null;
  if (several === null) return { packed: null, known: [] };
  const { code, call } = several.pack(calls);
  const batch = { code, calls: [toCall(call)], limits: TOGETHER_LIMITS };
  const { outcomes } = await sandbox.run(batch, runOptionsOf(options));
  const [packed] = outcomes;
  const isPacked = packed?.kind === "value" && packed.value.type === "str";
  return { packed: isPacked ? packed.value.value : null, known: [] };
}

/**
 * Packs what the solution gives with the calls; leaves them as they are where it cannot answer all in one run. Only for programs
 * of ours: they could read what is right.
 */
async function withAnswers(
  before: PackedCalls,
  { sandbox, program, calls, ...options }: CompareOptions,
): Promise<PackedCalls> {
  const several = program.language.together?.several ?? null;
  if (several === null || before.packed === null) return before;
  const { code, call } = several.know(program.solution, before.packed);
  const batch = { code, calls: [toCall(call)], limits: TOGETHER_LIMITS };
  const { outcomes } = await sandbox.run(batch, runOptionsOf(options));
  const [packed, ...answers] = readTexts(outcomes[0]) ?? [];
  if (packed === undefined || answers.length !== calls.length) return before;
  return { packed, known: answers.map((answer) => readAnswer(answer, program.language.literals)) };
}

export class Comparison {
  readonly #options: CompareOptions;
  /** Null where each program has to have a run of its own. */
  readonly #packed: string | null;
  /** What the solution gives, where the calls are packed with it; none of them for a call that has to have a run of its own. */
  readonly #known: readonly (Outcome | null)[];

  private constructor(options: CompareOptions, { packed, known }: PackedCalls) {
    this.#options = options;
    this.#packed = packed;
    this.#known = known;
  }

  static async open(options: CompareOptions): Promise<Comparison> {
    const packed = await packCalls(options);
    return new Comparison(options, options.areMany ? await withAnswers(packed, options) : packed);
  }

  /** How many programs one run takes. */
  get atATime(): number {
    return this.#packed === null ? 1 : Math.max(1, Math.floor(MOST_ANSWERS / Math.max(1, this.#options.calls.length)));
  }

  /** What each program gives for each call; where they were run makes no difference. */
  async run(codes: readonly Source[]): Promise<readonly (readonly Outcome[])[]> {
    const answers = await this.#together(codes);
    const { calls } = this.#options;
    const all: (readonly Outcome[])[] = [];
    for (const [index, code] of codes.entries()) {
      const own = answers?.slice(index * calls.length, (index + 1) * calls.length);
      all.push(await this.#completed(code, own ?? calls.map(() => null)));
    }
    return all;
  }

  /** The same of one program that is known to keep a run of all calls from its end. */
  runApart(code: Source): Promise<readonly Outcome[]> {
    return this.#completed(
      code,
      this.#options.calls.map(() => null),
    );
  }

  /** Null where one of them keeps the others from being answered. */
  async #together(codes: readonly Source[]): Promise<readonly (Outcome | null)[] | null> {
    const { sandbox, program, calls, limits, shared = NOT_BOUNDED, areMany: _, ...running } = this.#options;
    const { together, literals } = program.language;
    const { answerLength = Number.POSITIVE_INFINITY, fuel: each = limits?.batchFuel, ...bounds } = shared;
    if (together?.several == null || this.#packed === null || codes.length > this.atATime) return null;
    const { code, call } = together.several.answer(codes, this.#packed);
    const fuel = codes.length * (each ?? DEFAULT_LIMITS.batchFuel);
    const batch = { code, calls: [toCall(call)], limits: { ...TOGETHER_LIMITS, ...bounds, fuel, batchFuel: fuel } };
    const { outcomes } = await sandbox.run(batch, running);
    const answers = readTexts(outcomes[0]);
    if (answers?.length !== codes.length * calls.length) return null;
    return answers.map((answer, index) => {
      if (answer === LIKE_KNOWN) return this.#known[index % calls.length] ?? null;
      return answer.length > answerLength ? null : readAnswer(answer, literals);
    });
  }

  /** Asks in a run of its own for what is not known. */
  async #completed(code: Source, known: readonly (Outcome | null)[]): Promise<readonly Outcome[]> {
    const { sandbox, program: _, calls, limits = {}, shared: __, areMany: ___, ...running } = this.#options;
    const run = (batch: readonly Call[]) => sandbox.run({ code, calls: batch, limits }, running);
    return (await completeOutcomes(known, calls, run)).outcomes;
  }
}
