/** How many wrong programs are taken for right: mutants of the solution are handed in as the answer. */
import type { Source } from "../../../sandbox/source.ts";
import { drawHiddenTests } from "../../hidden-tests.ts";
import { runTests } from "../../run-tests.ts";
import { fewAtOnce } from "../../supply/few-at-once.ts";
import type { Program } from "../../task.ts";
import { budgetFor, visibleLimits } from "../../task-budget.ts";
import type { MutationOperator } from "../define-operator.ts";
import { type Candidate, firstOrderCandidates, joinCandidates } from "../making/candidates.ts";
import { chanceOf } from "../making/choose-mutants.ts";
import { pairsByChance } from "../making/pair-candidates.ts";
import { CallsKeptApart, type KeptApartOptions } from "./calls-kept-apart.ts";
import { FailureFinder } from "./failure-finder.ts";

export interface FalseAcceptOptions extends KeptApartOptions {
  readonly operators: readonly MutationOperator[];
  /** Mutants of two sites that are drawn, beside all of one. */
  readonly pairs: number;
  /** Draws the pairs, and the sample that the hidden tests alone are tried on. */
  readonly seed: number;
  /** Hands a text in as an episode's answer, the nth one. */
  readonly submit: (answer: Source, nth: number) => Promise<SubmittedEnd>;
}

/** How an answer that passes the visible tests ends: solved, failed by drawn calls, or only by the search for a difference. */
export type SubmittedEnd = "solved" | "hidden" | "search";

/** Of the mutants of a program, so many meet an episode's hidden tests whatever the visible ones say. */
const HIDDEN_SAMPLE = 60;

/** What became of the mutants of one program. */
export interface FalseAccepts {
  readonly firstOrder: number;
  readonly secondOrder: number;
  /** Calls kept apart on which what was solved was held against the solution. */
  readonly calls: number;
  /** Wrong for certain: they fail a visible or hidden test, or differ from the solution on a call kept apart. */
  readonly wrong: number;
  /** Of the wrong ones, those that pass every visible test. */
  readonly unseen: number;
  /** Of the unseen, those that no hidden call fails, and that the search for a difference tells. */
  readonly bySearch: number;
  /** Wrong ones by chance, and how many of them an episode's hundred hidden calls alone fail. */
  readonly sampled: number;
  readonly killed: number;
  /** Wrong, and solved nonetheless. */
  readonly accepted: readonly Candidate[];
  /** Solved, and like the solution on every call kept apart: presumed to be the same program. */
  readonly presumedEquivalent: number;
}

/** @throws UnsoundProgramError where the generator draws too few calls */
export async function measureFalseAccepts(program: Program, options: FalseAcceptOptions): Promise<FalseAccepts> {
  const { sandbox, atOnce, submit, signal } = options;
  const { solution } = program;
  const singles = firstOrderCandidates(solution, options.operators);
  const pairs = drawPairs(solution, singles, options);
  const running = { sandbox, ...(signal && { signal }) };
  const limits = await visibleLimits(program, running);
  const visible = new FailureFinder(program.tests, { ...running, limits });
  const mutants = [...singles, ...pairs];
  const verdicts = await fewAtOnce(mutants, atOnce, async (mutant, nth) => {
    signal?.throwIfAborted();
    const answer = mutant.code;
    // What fails a visible test is never solved, whatever else is asked of it.
    const isSeen = await visible.failsSome(answer);
    return { mutant, end: isSeen ? "visible" : await submit(answer, nth) };
  });
  const ended = (how: SubmittedEnd) => verdicts.filter(({ end }) => end === how).map(({ mutant }) => mutant);
  const solved = ended("solved");
  const kept = await CallsKeptApart.open(program, options);
  const differing = await kept.differing(solved.map(({ code }) => code));
  const accepted = solved.filter(({ code }) => differing.has(code.key));
  const equivalent = new Set(solved.filter(({ code }) => !differing.has(code.key)));
  const wrong = mutants.filter((mutant) => !equivalent.has(mutant));
  return {
    firstOrder: singles.length,
    secondOrder: pairs.length,
    calls: kept.count,
    wrong: wrong.length,
    unseen: ended("hidden").length + ended("search").length + accepted.length,
    bySearch: ended("search").length,
    ...(await killsOfHidden(program, wrong, options)),
    accepted,
    presumedEquivalent: equivalent.size,
  };
}

/** How many of a sample of wrong programs the hidden tests of one episode fail. */
async function killsOfHidden(
  program: Program,
  wrong: readonly Candidate[],
  { sandbox, atOnce, seed, signal }: FalseAcceptOptions,
): Promise<Pick<FalseAccepts, "sampled" | "killed">> {
  const running = { sandbox, ...(signal && { signal }) };
  const keyed = wrong.map((one) => ({ one, chance: chanceOf(one, seed) }));
  const sample = keyed.sort((a, b) => (a.chance < b.chance ? -1 : 1)).slice(0, HIDDEN_SAMPLE);
  const tests = await drawHiddenTests(program, { ...running, seed });
  const { fuel } = await runTests(program.solution, tests, running);
  const hidden = new FailureFinder(tests, { ...running, limits: budgetFor(fuel) });
  const killed = await fewAtOnce(sample, atOnce, ({ one }) => hidden.failsSome(one.code));
  return { sampled: sample.length, killed: killed.filter(Boolean).length };
}

/** Pairs of mistakes anywhere in the program, each pair once, as chance has them for the seed. */
function drawPairs(
  solution: Source,
  singles: readonly Candidate[],
  { pairs: wanted, seed }: Pick<FalseAcceptOptions, "pairs" | "seed">,
): readonly Candidate[] {
  const pairs = new Map<string, Candidate>();
  for (const [one, other] of pairsByChance(singles, seed)) {
    if (pairs.size >= wanted) break;
    const pair = joinCandidates(solution, one, other);
    if (pair !== null && !pair.code.equals(solution)) pairs.set(pair.code.key, pair);
  }
  return [...pairs.values()];
}
