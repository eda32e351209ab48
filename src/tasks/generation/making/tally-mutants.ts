/** Counts mutants by what they are, for anyone who wants to see whether a set is balanced. */
import type { Mutant } from "../../mutants/mutant.ts";
import { mutantDifficulty } from "../../mutants/mutant-difficulty.ts";
import type { ProgramMeasures } from "../../mutants/task-measures.ts";
import type { Program } from "../../task.ts";
import { isRealistic } from "./choose-mutants.ts";

export interface TalliedProgram {
  readonly program: Program;
  readonly mutants: readonly Mutant[];
  /** Left out where nothing was measured yet. */
  readonly measures?: ProgramMeasures;
}

export type MutantCounts = ReadonlyMap<string, number>;

export interface MutantTally {
  readonly total: number;
  /** Of a realistic operator, failing at most half of the visible tests, and not on the line itself. */
  readonly realistic: number;
  /** With a visible test of their own. */
  readonly promoted: number;
  readonly bySplit: MutantCounts;
  readonly byDifficulty: MutantCounts;
  readonly byRealism: MutantCounts;
  readonly byBugType: MutantCounts;
  /** A mutant of two sites counts for both operators. */
  readonly byOperator: MutantCounts;
  readonly byProgram: MutantCounts;
}

/** Each tally has the largest first, those of one size by name. */
export function tallyMutants(programs: readonly TalliedProgram[]): MutantTally {
  const all = programs.flatMap(({ mutants, program, measures }) => {
    return mutants.map((mutant) => ({ mutant, program, measures: measures?.get(mutant.id) }));
  });
  const count = (namesOf: (one: (typeof all)[number]) => readonly string[]) => tally(all.flatMap(namesOf));
  return {
    total: all.length,
    realistic: all.filter(({ mutant, program }) => isRealistic(mutant, program.tests.length)).length,
    promoted: all.filter(({ mutant }) => mutant.test !== undefined).length,
    bySplit: count(({ program }) => [program.split]),
    byDifficulty: count(({ mutant, program, measures }) => [mutantDifficulty(program, mutant, measures)]),
    byRealism: count(({ mutant }) => [mutant.realism]),
    byBugType: count(({ mutant }) => [mutant.bug_type]),
    byOperator: count(({ mutant }) => mutant.operators),
    byProgram: count(({ program }) => [program.name]),
  };
}

function tally(names: readonly string[]): MutantCounts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)));
}
