/** Finds calls that may tell a program from its solution; those that do not hang on the submission are shared. */
import type { Hints } from "../../languages/language-pack.ts";
import type { Outcome, RunOptions, Sandbox } from "../../sandbox/sandbox.ts";
import type { HiddenSeed } from "../hidden-seed.ts";
import { testsExpecting } from "../hidden-tests.ts";
import { readTexts } from "../read-texts.ts";
import { runOptionsOf } from "../run-options.ts";
import { toCall } from "../run-tests.ts";
import { readAnswer, TOGETHER_LIMITS } from "../run-together.ts";
import { hashSeed } from "../seed-hash.ts";
import { numberOf, sharedBySandbox } from "../shared-work.ts";
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
const LISTS = 8n;
const CALLS_OF_A_LIST = 200;
const CALLS_BY_HINTS = 120;

/** Those of a hundred programs at least, where their calls are short. */
const lists = sharedBySandbox<Candidates>({ most: 1024, weigh, mostWeight: 16 * 1024 * 1024 });

export interface FindOptions extends RunOptions {
  readonly sandbox: Sandbox;
  /** What the hidden tests are drawn from. */
  readonly seed: HiddenSeed;
  /** What a secret makes of the lists, so that nobody else can search them; null or left out where there is none. */
  readonly listsKey?: string | null;
}

/** The list of calls that the seed chooses, the same for every submission. */
export async function findCandidates(
  program: Program,
  { seed, listsKey = null, ...options }: FindOptions,
): Promise<Candidates> {
  const { sandbox, session = "", client = session, signal } = options;
  const list = hashSeed(seed, "adversary") % LISTS;
  const wanted = {
    seed: hashSeed(listsKey === null ? Number(list) : `${listsKey} ${list}`, "list"),
    count: CALLS_OF_A_LIST,
    hints: NO_HINTS,
  };
  return lists(sandbox).get(`${numberOf(program)} ${wanted.seed}`, { client, signal }, (until) =>
    search(program, { ...options, ...wanted, signal: until }),
  );
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
  const tests = testsExpecting(outcomes, { program, calls: texts.slice(0, found) });
  // What is packed is all calls: it is of no use where some are left out.
  if (tests.length !== found) return NONE;
  return { tests, answers, packed: texts[2 * found] ?? "" };
}

/** Characters: each answer is kept twice, as text and as a value. */
function weigh({ tests, answers, packed }: Candidates): number {
  const calls = tests.reduce((sum, { call }) => sum + call.length, 0);
  return calls + 2 * answers.reduce((sum, answer) => sum + answer.length, 0) + packed.length;
}
