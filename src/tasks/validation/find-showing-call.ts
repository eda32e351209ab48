/** Looks for a call that shows a bug, far beyond those that an episode makes, for an author whose tests miss it. */
import type { Source } from "../../sandbox/source.ts";
import { findByHints, findCandidates } from "../adversary/find-calls.ts";
import { drawCalls, expectAll, UnsoundProgramError } from "../hidden-tests.ts";
import { type JudgedTest, type RunTestsOptions, runTests } from "../run-tests.ts";
import type { Program, TaskTest } from "../task.ts";

const DRAWS = 5;
const CALLS_A_DRAW = 200;
/** Lists of the search that a submission meets. */
const SEARCHES = 3;

export interface ShowingCall {
  /** Null where no call showed it. */
  readonly found: JudgedTest | null;
  /** Calls that were made. */
  readonly tried: number;
}

/** The first call on which the text differs from the solution: of more draws, then of searches such as end an episode. */
export async function findShowingCall(program: Program, text: Source, options: RunTestsOptions): Promise<ShowingCall> {
  let tried = 0;
  for await (const tests of batches(program, text, options)) {
    const { results } = await runTests(text, tests, options);
    const found = shortestFailure(results);
    tried += tests.length;
    if (found !== null) return { found, tried };
  }
  return { found: null, tried };
}

async function* batches(program: Program, text: Source, options: RunTestsOptions): AsyncGenerator<readonly TaskTest[]> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    try {
      const calls = await drawCalls(program, { ...options, seed: `showing ${draw}`, count: CALLS_A_DRAW });
      yield await expectAll(calls, { ...options, program });
    } catch (error) {
      // It is told of by who draws an episode's.
      if (!(error instanceof UnsoundProgramError)) throw error;
    }
  }
  const { adversary } = program.language;
  if (adversary === null) return;
  const hints = adversary.findHints(text, [program.solution]);
  yield (await findByHints(program, { ...options, seed: 0, hints })).tests;
  for (let seed = 0; seed < SEARCHES; seed += 1) yield (await findCandidates(program, { ...options, seed })).tests;
}

/** The failed test whose call is quickest to read. */
export function shortestFailure(results: readonly JudgedTest[]): JudgedTest | null {
  const failed = results.filter(({ passed }) => !passed);
  return failed.sort((one, other) => one.test.call.length - other.test.call.length)[0] ?? null;
}
