/** What a step earns or costs before the final score, in each of the three reward profiles. */
import type { RewardComponents, RewardProfile } from "../../protocol/protocol.ts";
import { type StepFacts, shareOf } from "./facts.ts";
import type { Deeds, Ledger } from "./ledger.ts";
import {
  DIAGNOSIS_BONUS,
  PENALTIES,
  PENALTY_CAP,
  PENALTY_RESERVE,
  PROGRESS_BONUS,
  STEP_COST_BUDGET,
} from "./reward-prices.ts";

export type Shaping = Omit<RewardComponents, "final">;

/** One step between the ledger as it was before and the deeds with this one among them. */
export interface StepPassage {
  readonly before: Ledger;
  readonly deeds: Deeds;
  readonly facts: StepFacts;
  readonly maxSteps: number;
}

const NOTHING: Shaping = { step_cost: 0, run_tests: 0, progress: 0, penalty: 0 };

/** How each profile shapes; `sparse` gives the final score only. */
export const SHAPING: Record<RewardProfile, (passage: StepPassage) => Shaping> = {
  dense: (passage) => ({
    step_cost: stepCost(passage),
    run_tests: passage.deeds.revised && !passage.before.deeds.revised ? DIAGNOSIS_BONUS : 0,
    progress: highWaterGain(passage),
    penalty: penalty(passage),
  }),
  potential: (passage) => ({ ...NOTHING, progress: potential(passage.facts) - passage.before.progress }),
  sparse: () => NOTHING,
};

function stepCost({ before, deeds, facts, maxSteps }: StepPassage): number {
  const isFreeLook = deeds.oriented && !before.deeds.oriented;
  if (facts.kind === "ends" || isFreeLook) return 0;
  return 0 - Math.floor(STEP_COST_BUDGET / maxSteps);
}

/** Only a run of the tests pays, and only for what no earlier run has been paid for. */
function highWaterGain({ before, facts }: StepPassage): number {
  if (facts.kind !== "runs" || facts.known === null) return 0;
  return Math.max(0, shareOf(PROGRESS_BONUS, facts.known) - before.progress);
}

/** The full price up to the cap, and a smaller one for ever: no mistake is free. */
function penalty({ before, facts, maxSteps }: StepPassage): number {
  if (facts.fault === null) return 0;
  const most = Math.max(PENALTY_CAP - before.penalties, Math.floor(PENALTY_RESERVE / maxSteps));
  return 0 - Math.min(PENALTIES[facts.fault], most);
}

/** It depends on the state alone and ends at 0, so that over an episode it sums to nothing. */
function potential(facts: StepFacts): number {
  return facts.end !== null || facts.known === null ? 0 : shareOf(PROGRESS_BONUS, facts.known);
}
