/** What the reward is told of a step: facts, no text and no results. */
import type { ActionKind, Fault } from "../../protocol/protocol.ts";

/** How a text fares against the given one on the same tests. */
export interface Standing {
  /** Tests the given text fails. */
  readonly failing: number;
  /** Tests of those that now pass. */
  readonly repaired: number;
  /** Tests the given text passes and this one fails. */
  readonly broken: number;
}

/** How the episode ended. */
export interface EndFacts {
  /** By SUBMIT, with every visible and hidden test passing. The step limit never solves. */
  readonly solved: boolean;
  /** The visible results of the submitted text were known to the agent before the end. */
  readonly verified: boolean;
  /** On the tests that count where it is not solved: visible and hidden, or the visible alone. */
  readonly standing: Standing;
}

export interface StepFacts {
  /** What the action does to the episode; null when the step was not an action that could be understood. */
  readonly kind: ActionKind | null;
  /** Whether the text was changed. */
  readonly edited: boolean;
  /** Whether the agent has just been told for the first time how another program than the given one does. */
  readonly revision: boolean;
  readonly fault: Fault | null;
  /** Whether an edit made a program that the file has been before, by its text or by its syntax tree. */
  readonly retraced: boolean;
  /** On the visible tests, for the text as the step leaves it; null as long as the agent has not been told. */
  readonly known: Standing | null;
  /** Null as long as the episode goes on. */
  readonly end: EndFacts | null;
}

/** The standing of the tests that passed, one flag a test, against those that passed on the given text. */
export function compareWithGiven(given: readonly boolean[], now: readonly boolean[]): Standing {
  const count = (wasPassing: boolean, isPassing: boolean): number =>
    given.filter((passed, test) => passed === wasPassing && (now[test] ?? false) === isPassing).length;
  return {
    failing: given.filter((passed) => !passed).length,
    repaired: count(false, true),
    broken: count(true, false),
  };
}

/** Two standings as one, as if their tests had been one list. */
export function addStandings(one: Standing, other: Standing): Standing {
  return {
    failing: one.failing + other.failing,
    repaired: one.repaired + other.repaired,
    broken: one.broken + other.broken,
  };
}

/** `amount` times the share of failing tests repaired, less those broken; never negative, rounded down. */
export function shareOf(amount: number, { failing, repaired, broken }: Standing): number {
  return failing === 0 ? 0 : Math.floor((amount * Math.max(0, repaired - broken)) / failing);
}
