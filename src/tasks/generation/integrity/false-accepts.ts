/** How many wrong programs are taken for right: mutants of the solution are handed in as the answer. */
import type { Source } from "../../../sandbox/source.ts";
import { runTests } from "../../run-tests.ts";
import { fewAtOnce } from "../../supply/few-at-once.ts";
import type { Program } from "../../task.ts";
import { visibleLimits } from "../../task-budget.ts";
import { type Candidate, firstOrderCandidates, joinCandidates } from "../making/candidates.ts";
import { pairsByChance } from "../making/pair-candidates.ts";
import type { MutationOperator } from "../operator.ts";
import { CallsKeptApart, type KeptApartOptions } from "./calls-kept-apart.ts";

export interface FalseAcceptOptions extends KeptApartOptions {
  readonly operators: readonly MutationOperator[];
  /** Mutants of two sites that are drawn, beside all of one. */
  readonly pairs: number;
  /** Draws the pairs. */
  readonly seed: number;
  /** Hands a text in as an episode's answer, the nth one; gives whether the episode is solved. */
  readonly submit: (answer: Source, nth: number) => Promise<boolean>;
}

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
  const mutants = [...singles, ...pairs];
  const verdicts = await fewAtOnce(mutants, atOnce, async (mutant, nth) => {
    const answer = mutant.code;
    const { syntax, results } = await runTests(answer, program.tests, { ...running, limits });
    // What fails a visible test is never solved, whatever else is asked of it.
    const isSeen = syntax !== null || results.some(({ passed }) => !passed);
    return { mutant, isSeen, isSolved: !isSeen && (await submit(answer, nth)) };
  });
  const solved = verdicts.filter(({ isSolved }) => isSolved).map(({ mutant }) => mutant);
  const kept = await CallsKeptApart.open(program, options);
  const differing = await kept.differing(solved.map(({ code }) => code));
  const accepted = solved.filter(({ code }) => differing.has(code.key));
  return {
    firstOrder: singles.length,
    secondOrder: pairs.length,
    calls: kept.count,
    wrong: mutants.length - solved.length + accepted.length,
    unseen: verdicts.filter(({ isSeen, isSolved }) => !isSeen && !isSolved).length + accepted.length,
    accepted,
    presumedEquivalent: solved.length - accepted.length,
  };
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
