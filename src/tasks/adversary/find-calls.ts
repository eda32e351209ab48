/** Finds calls that may tell a program from its solution, and remembers them where they do not hang on the submission. */
import type { Hints } from "../../languages/language-pack.ts";
import type { Outcome, RunOptions, Sandbox } from "../../sandbox/sandbox.ts";
import type { HiddenSeed } from "../hidden-seed.ts";
import { expecting } from "../hidden-tests.ts";
import { readTexts } from "../read-texts.ts";
import { runOptionsOf } from "../run-options.ts";
import { toCall } from "../run-tests.ts";
import { readAnswer, TOGETHER_LIMITS } from "../run-together.ts";
import { hashSeed } from "../seed-hash.ts";
import type { Program, TaskTest } from "../task.ts";

/** Tests of calls that were searched. */
export interface Candidates {
  readonly tests: readonly TaskTest[];
  /** What the tests expect, as `Together.answer` writes it. */
  readonly answers: readonly string[];
  /** The calls as the interpreter takes them quickest. */
  readonly packed: string;
  /** What the search used, the solution's own calls among it. */
  readonly fuel: number;
}

const NONE: Candidates = { tests: [], answers: [], packed: "", fuel: 0 };
const NO_HINTS: Hints = { numbers: [], texts: [] };

/** Lists of candidates a program has; an episode's seed chooses one, so that they are searched once and not each time. */
const LISTS = 8;
const CALLS_OF_A_LIST = 200;
const CALLS_BY_HINTS = 120;

/** They go with their program; at most `LISTS` for each. */
const remembered = new WeakMap<Program, Map<number, Promise<Candidates>>>();

interface FindOptions extends RunOptions {
  readonly sandbox: Sandbox;
  readonly seed: HiddenSeed;
}

/** The list of calls that the seed chooses, the same for every submission. */
export async function findCandidates(program: Program, options: FindOptions): Promise<Candidates> {
  const list = Number(hashSeed(options.seed, "adversary") % BigInt(LISTS));
  const lists = remembered.get(program) ?? new Map<number, Promise<Candidates>>();
  remembered.set(program, lists);
  // Others wait for it too, so no caller's signal may stop it, and nobody's turn is waited for; it is short.
  const { sandbox, sparesWorker = false } = options;
  const wanted = { seed: hashSeed(list, "list"), count: CALLS_OF_A_LIST, hints: NO_HINTS };
  const searching = lists.get(list) ?? search(program, { sandbox, sparesWorker, ...wanted });
  lists.set(list, searching);
  try {
    return await searching;
  } catch (error) {
    if (lists.get(list) === searching) lists.delete(list);
    throw error;
  }
}

/** Calls around the numbers and texts that a submission has brought in; none where it has not. */
export async function findByHints(
  program: Program,
  { hints, seed, ...options }: FindOptions & { readonly hints: Hints },
): Promise<Candidates> {
  if (hints.numbers.length === 0 && hints.texts.length === 0) return NONE;
  return search(program, { seed: hashSeed(seed, "hints"), count: CALLS_BY_HINTS, hints, ...options });
}

interface SearchFor extends RunOptions {
  readonly sandbox: Sandbox;
  readonly seed: bigint;
  readonly count: number;
  readonly hints: Hints;
}

async function search(program: Program, { sandbox, seed, count, hints, ...more }: SearchFor): Promise<Candidates> {
  const { generator, solution, language } = program;
  if (language.adversary === null) return NONE;
  const known = program.tests.map(({ call }) => call);
  const { code, call } = language.adversary.search({ generator, solution, seed, count, known, hints });
  const options = runOptionsOf(more);
  const { outcomes, fuel } = await sandbox.run({ code, calls: [toCall(call)], limits: TOGETHER_LIMITS }, options);
  return { ...readCandidates(outcomes[0], program), fuel };
}

/** Nothing is found where the search itself failed: what an agent writes must not make its episode impossible to grade. */
function readCandidates(outcome: Outcome | undefined, program: Program): Omit<Candidates, "fuel"> {
  const texts = readTexts(outcome) ?? [];
  const found = Math.floor(texts.length / 2);
  const answers = texts.slice(found, 2 * found);
  const outcomes = answers.map((answer) => readAnswer(answer, program.language.literals)).filter((one) => one !== null);
  if (texts.length !== 2 * found + 1 || outcomes.length !== found) return NONE;
  const tests = expecting(outcomes, { program, calls: texts.slice(0, found) });
  return { tests, answers, packed: texts[2 * found] ?? "" };
}
