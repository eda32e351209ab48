/** Makes the tasks of one program: operators are applied, what they make is run, and what is sound and unlike the rest is kept. */
import type { Outcome } from "../../../sandbox/sandbox.ts";
import type { Source } from "../../../sandbox/source.ts";
import { keptEdit, type Mutant, mutantHash, mutantId } from "../../mutants/mutant.ts";
import type { JudgedTest } from "../../run-tests.ts";
import { fewAtOnce } from "../../supply/few-at-once.ts";
import type { Program, Task } from "../../task.ts";
import type { Candidate } from "./candidates.ts";
import { inTurns, MutantRoom, type Screened } from "./choose-mutants.ts";
import { candidatePairs } from "./pair-candidates.ts";
import { promotedCall } from "./promote-call.ts";
import { behaviourOf, type TrialOptions, Trials } from "./trials.ts";

export interface MakeMutantsOptions extends TrialOptions {
  /** The most tasks that are kept of the program. */
  readonly budget: number;
  /** Decides between candidates that are otherwise alike. */
  readonly seed: number;
  /** Runs that are asked for at once; it changes nothing of what is made. */
  readonly atOnce: number;
}

/** How many candidates came how far. */
export interface MakingFigures {
  readonly candidates: number;
  readonly screened: number;
  /** Run on the generated calls. */
  readonly compared: number;
  readonly kept: number;
}

export interface MadeMutants {
  readonly mutants: readonly Mutant[];
  readonly figures: MakingFigures;
}

/** An episode's hundred hidden tests miss a bug that shows on fewer than this share of the calls in one of ten episodes. */
const LEAST_DIFFERING = 0.025;
/** Candidates that have their turn together: so many, whatever the machine, that it always makes the same. */
const A_TURN = 24;
/** Of the budget, at least so much is left for what has two sites. */
const SHARE_OF_PAIRS = 0.25;
/** Of pairs there are at most so many for each of one site. */
const PAIRS_A_SINGLE = 0.5;
/** Pairs that are tried for one that is wanted, and of a program at most. */
const PAIRS_A_PLACE = 3;
const MOST_PAIRS = 2000;

export interface MutableProgram {
  readonly program: Program;
  /** Its written bugs: what behaves as they do is not made again. */
  readonly bugs: readonly Task[];
  /** What the operators make of its solution at one site each. */
  readonly candidates: readonly Candidate[];
}

/**
 * The mutants of a program, fewer than the budget where there are no more that are sound.
 * @throws UnsoundProgramError; Error where the solution itself fails a visible test
 */
export async function makeMutants(
  { program, bugs, candidates: found }: MutableProgram,
  options: MakeMutantsOptions,
): Promise<MadeMutants> {
  const trials = await Trials.open(program, options);
  const written = bugs.map(({ code }) => code);
  const { solution } = program;
  const candidates = found.filter(({ code }) => !written.some((bug) => bug.equals(code)));
  const making = new Making(program, trials, options);
  for (const code of written) await making.know(code);
  const screened = await making.screen(candidates);
  const forSingles = Math.ceil(options.budget * (1 - SHARE_OF_PAIRS));
  const turns = inTurns(screened, { seed: options.seed, visible: program.tests.length });
  const rest = await making.keep(turns, forSingles);
  const room = Math.min(options.budget - making.mutants.length, Math.floor(making.mutants.length * PAIRS_A_SINGLE));
  const most = Math.min(MOST_PAIRS, PAIRS_A_PLACE * room);
  const pairs = candidatePairs(solution, making.soundSingles, { seed: options.seed, most });
  const together = await making.screen(pairs);
  // Two mistakes easily break everything; those are better of which less is to be seen.
  together.sort((a, b) => a.screening.fails.length - b.screening.fails.length);
  await making.keep(together, making.mutants.length + room);
  await making.keep(rest, options.budget);
  const figures = { candidates: candidates.length + pairs.length, ...making.figures };
  return { mutants: making.mutants, figures };
}

class Making {
  readonly #program: Program;
  readonly #trials: Trials;
  readonly #atOnce: number;
  readonly #room: MutantRoom;
  readonly #behaviours = new Set<string>();
  readonly #figures = { screened: 0, compared: 0, kept: 0 };
  readonly mutants: Mutant[] = [];
  /** What was kept of one site and does not make the program endless or raise at once. */
  readonly soundSingles: Candidate[] = [];

  constructor(program: Program, trials: Trials, { budget, atOnce }: MakeMutantsOptions) {
    this.#program = program;
    this.#trials = trials;
    this.#atOnce = atOnce;
    this.#room = new MutantRoom(budget, program.solution);
  }

  get figures(): Omit<MakingFigures, "candidates"> {
    return this.#figures;
  }

  /** What behaves as this program does is not kept. */
  async know(code: Source): Promise<void> {
    const visible = await this.#trials.visibleOutcomes(code);
    const [results = []] = await this.#trials.compare([code]);
    this.#behaviours.add(behaviourOf([...visible, ...results.map(outcomeOf)]));
  }

  /** Those that parse, pass a visible test, and may yet be told from the solution. */
  async screen(candidates: readonly Candidate[]): Promise<Screened[]> {
    this.#figures.screened += candidates.length;
    const total = this.#program.tests.length;
    const screenings = await fewAtOnce(candidates, this.#atOnce, (candidate) => this.#trials.screen(candidate));
    return candidates.flatMap((candidate, index) => {
      const screening = screenings[index];
      return screening && screening.fails.length < total ? [{ candidate, screening }] : [];
    });
  }

  /** Keeps what is sound, in the order given, until there are `upTo`. @returns those that had no turn, or no room */
  async keep(turns: readonly Screened[], upTo: number): Promise<readonly Screened[]> {
    const rest: Screened[] = [];
    let at = 0;
    while (at < turns.length && this.mutants.length < upTo) {
      const some: Screened[] = [];
      for (; at < turns.length && some.length < A_TURN; at += 1) {
        const one = turns[at];
        if (one !== undefined && this.#room.hasRoomFor(one)) some.push(one);
      }
      const compared = await this.#compare(some);
      const differing = some.map((one) => this.#differing(one, compared.get(one) ?? []));
      const known = await this.#steadyAmong(differing);
      for (const found of differing) {
        if (found === null || this.#behaviours.has(found.behaviour)) continue;
        const { one } = found;
        if (this.mutants.length >= upTo || !this.#room.hasRoomFor(one)) rest.push(one);
        else if (known.get(found) ?? (await this.#isSteady(found))) this.#take(found);
      }
    }
    return [...rest, ...turns.slice(at)];
  }

  #take({ one, mutant, behaviour }: Differing): void {
    const { candidate, screening } = one;
    this.#room.take(one);
    this.#behaviours.add(behaviour);
    this.mutants.push(mutant);
    this.#figures.kept += 1;
    const isSingle = candidate.operators.length === 1;
    if (isSingle && !screening.crashes && !screening.isEndless && candidate.realism !== "silly") {
      this.soundSingles.push(candidate);
    }
  }

  /** Each with what it gives on the generated calls; one that does not end is kept from the others. */
  async #compare(some: readonly Screened[]): Promise<ReadonlyMap<Screened, readonly JudgedTest[]>> {
    this.#figures.compared += some.length;
    const results = new Map<Screened, readonly JudgedTest[]>();
    const endless = some.filter(({ screening }) => screening.isEndless);
    const others = some.filter(({ screening }) => !screening.isEndless);
    const most = this.#trials.comparedAtATime;
    const groups: (() => Promise<void>)[] = endless.map((one) => async () => {
      results.set(one, await this.#trials.compareEndless(one.candidate.code));
    });
    for (let at = 0; at < others.length; at += most) {
      const group = others.slice(at, at + most);
      groups.push(async () => {
        const all = await this.#trials.compare(group.map(({ candidate }) => candidate.code));
        for (const [index, one] of group.entries()) results.set(one, all[index] ?? []);
      });
    }
    await fewAtOnce(groups, this.#atOnce, (run) => run());
    return results;
  }

  /** Null where it does not differ enough, or nothing that can be read would show it. */
  #differing(one: Screened, results: readonly JudgedTest[]): Differing | null {
    const { candidate, screening } = one;
    const differs = results.filter(({ passed, outcome }) => !passed && !isUntold(outcome)).length;
    if (differs === 0 || differs < LEAST_DIFFERING * results.length) return null;
    const { tests } = this.#program;
    const test = screening.fails.length === 0 ? promotedCall(results, this.#program.language) : undefined;
    if (test === null) return null;
    const fails = test === undefined ? screening.fails : [tests.length];
    const { code, operators, bugType, realism } = candidate;
    const edits = candidate.edits.map((edit) => keptEdit(edit, code));
    const share = Number((differs / results.length).toFixed(3));
    const facts = { bug_type: bugType, realism, fails: [...fails], differs: share, crashes: screening.crashes };
    const id = mutantId(this.#program.name, edits);
    const mutant = { id, operators: [...operators], edits, hash: mutantHash(code), ...facts, ...(test && { test }) };
    return { one, mutant, behaviour: behaviourOf([...screening.outcomes, ...results.map(outcomeOf)]) };
  }

  /**
   * Of each behaviour that is new the first one, tried all at once. What does not end costs so much that it waits until it
   * is known that there is room for it.
   */
  async #steadyAmong(differing: readonly (Differing | null)[]): Promise<ReadonlyMap<Differing, boolean>> {
    const firsts = new Map<string, Differing>();
    for (const found of differing) {
      if (found === null || this.#behaviours.has(found.behaviour) || firsts.has(found.behaviour)) continue;
      firsts.set(found.behaviour, found);
    }
    const tried = [...firsts.values()].filter(({ one }) => !one.screening.isEndless);
    const steady = await fewAtOnce(tried, this.#atOnce, (found) => this.#isSteady(found));
    return new Map(tried.map((found, index) => [found, steady[index] === true]));
  }

  #isSteady({ one }: Differing): Promise<boolean> {
    return this.#trials.isSteady(one.candidate.code, one.screening);
  }
}

function outcomeOf({ outcome }: JudgedTest): Outcome {
  return outcome;
}

/** Sound, if it is steady. */
interface Differing {
  readonly one: Screened;
  readonly mutant: Mutant;
  readonly behaviour: string;
}

/** The batch's fuel was gone before this call could be made. */
function isUntold(outcome: Outcome): boolean {
  return outcome.kind === "timeout" && outcome.ofBatch === true;
}
