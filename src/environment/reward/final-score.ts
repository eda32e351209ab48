/** The score at the end of an episode, in millionths, between the floor and the flawless score. */
import {
  FLAWLESS_STEPS,
  FLOOR_SCORE,
  REPAIR_SCORE,
  SKIPPED_DUTY_STEPS,
  SOLVED_LENGTH_BUDGET,
  SOLVED_SCORE,
} from "./constants.ts";
import { type Ending, shareOf } from "./facts.ts";
import type { Deeds } from "./ledger.ts";

/** The deeds include the last step. */
export function finalScore(end: Ending, deeds: Deeds, maxSteps: number): number {
  if (!end.solved) return FLOOR_SCORE + shareOf(REPAIR_SCORE, end.standing);

  const stepPrice = Math.floor(SOLVED_LENGTH_BUDGET / maxSteps);
  const dutyPrice = Math.floor(SKIPPED_DUTY_STEPS * stepPrice);
  // The one look at the code before any edit is free, so that orienting oneself never costs.
  const freeSteps = FLAWLESS_STEPS + (deeds.oriented ? 1 : 0);
  const skippedDuties = (deeds.diagnosed ? 0 : 1) + (end.verified ? 0 : 1);
  return SOLVED_SCORE - stepPrice * (deeds.steps - freeSteps) - dutyPrice * skippedDuties;
}
