/** The score at the end of an episode, in millionths, between the floor and the flawless score. */
import type { RewardProfile } from "../../protocol/protocol.ts";
import { type EndFacts, shareOf } from "./facts.ts";
import type { Deeds } from "./ledger.ts";
import {
  FLAWLESS_STEPS,
  FLOOR_SCORE,
  LENGTH_BUDGET,
  REPAIR_SCORE,
  SKIPPED_DUTY_STEPS,
  SOLVED_SCORE,
} from "./reward-prices.ts";

/** What the score depends on beside the episode. */
interface ScoreRules {
  readonly profile: RewardProfile;
  readonly maxSteps: number;
}

/** The deeds include the last step. */
export function finalScore(end: EndFacts, deeds: Deeds, { profile, maxSteps }: ScoreRules): number {
  const stepPrice = Math.floor(LENGTH_BUDGET / maxSteps);
  if (!end.solved) {
    // Where every step is priced at once, waste need not be priced again at the end.
    const waste = profile === "dense" ? 0 : stepPrice * deeds.wasted;
    return FLOOR_SCORE + Math.max(0, shareOf(REPAIR_SCORE, end.standing) - waste);
  }

  const dutyPrice = Math.floor(SKIPPED_DUTY_STEPS * stepPrice);
  // The one look at the code before any edit is free, so that orienting oneself never costs.
  const freeSteps = FLAWLESS_STEPS + (deeds.oriented ? 1 : 0);
  const skippedDuties = (deeds.diagnosed ? 0 : 1) + (end.verified ? 0 : 1);
  return SOLVED_SCORE - stepPrice * (deeds.steps - freeSteps) - dutyPrice * skippedDuties;
}
