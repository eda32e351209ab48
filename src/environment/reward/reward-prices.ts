/** Every number the reward is made of. Amounts are millionths of one reward, whole, so that sums are exact. */
import type { Fault } from "../../protocol/protocol.ts";

/** Millionths in a reward of 1: the only divisor, used where a reward leaves for the wire. */
export const MILLIONTHS = 1_000_000;

// The final score.

/** Final score of a flawless solution, and the upper end of all final scores. */
export const SOLVED_SCORE = 980_000;
/** Final score of an untouched file, and the lower end of all final scores. */
export const FLOOR_SCORE = 10_000;
/** Added to the floor for the share of failing tests repaired (less those broken) when the task is not solved. */
export const REPAIR_SCORE = 380_000;
/**
 * What a solution can lose by its length: divided by `max_steps`, it is the price of each step past the flawless loop, and
 * of each wasted one in an episode that is not solved, where nothing on the way has priced it.
 */
export const LENGTH_BUDGET = 280_000;
/** Steps of the flawless loop: run the tests, edit, run the tests, submit. */
export const FLAWLESS_STEPS = 4;
/** What leaving out the diagnosis or the verification costs, in steps: more than the one step it saves. */
export const SKIPPED_DUTY_STEPS = 1.5;

// The shaping, which only `dense` and `potential` have.

/** What all steps of an episode can cost together: divided by `max_steps`, it is the step cost. */
export const STEP_COST_BUDGET = 50_000;
/** For a diagnosis that is put to use: tests run before any edit, and again on another program. Once an episode. */
export const DIAGNOSIS_BONUS = 60_000;
/** For all visible tests repaired; a share of them earns that share, each share once. */
export const PROGRESS_BONUS = 20_000;
/** Most that penalties take together at their full price, so that no episode is past saving. */
export const PENALTY_CAP = 50_000;
/** What penalties can take beyond the cap: divided by `max_steps`, it is the most that each of them then costs. */
export const PENALTY_RESERVE = 50_000;

/**
 * What a step can do wrong, and what that costs. What changes nothing costs little: were trying things expensive, an
 * untrained policy would learn to hand in the untouched file before it learns anything else.
 */
export const PENALTIES: Readonly<Record<Fault, number>> = {
  /** An edit after which the file would not parse; it is not applied. */
  syntax: 5_000,
  /** An edit that leaves fewer than half of the file's lines that are not blank. */
  destructive: 5_000,
  /** An unknown action, a field that is missing, superfluous or ill-typed, lines outside the file, too large a block. */
  invalid: 2_500,
  /** Starting again from the given file. */
  reset: 1_000,
  /** Taking back an edit. */
  undo: 500,
  /** An edit, undo or reset that changes nothing. */
  noop: 500,
  /** Asking for what the agent has already been told about this very text. */
  repeat: 500,
};
