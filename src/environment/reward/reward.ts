/** Prices the steps of an episode, one after the other, by seven laws that `test/environment/laws` holds it to. */
import { isRefusal, type RewardComponents, type RewardProfile } from "../../protocol/protocol.ts";
import type { StepFacts } from "./facts.ts";
import { finalScore } from "./final-score.ts";
import type { Deeds, Ledger } from "./ledger.ts";
import { MILLIONTHS } from "./reward-prices.ts";
import { SHAPING } from "./shaping.ts";

export interface RewardRules {
  readonly profile: RewardProfile;
  readonly maxSteps: number;
}

/** One step's reward and the parts it is made of, in millionths, with the ledger it leaves. */
export interface PricedStep {
  readonly ledger: Ledger;
  readonly components: RewardComponents;
  readonly reward: number;
}

/** Prices a step and enters it into the ledger. */
export function priceStep(before: Ledger, facts: StepFacts, { profile, maxSteps }: RewardRules): PricedStep {
  const deeds = addDeed(before.deeds, facts);
  const { step_cost, run_tests, progress, penalty } = SHAPING[profile]({ before, deeds, facts, maxSteps });
  const final = facts.end === null ? 0 : finalScore(facts.end, deeds, { profile, maxSteps });
  const reward = step_cost + run_tests + progress + penalty + final;
  const ledger = {
    deeds,
    penalties: before.penalties - penalty,
    progress: before.progress + progress,
    total: before.total + reward,
  };
  return { ledger, components: { step_cost, run_tests, progress, penalty, final }, reward };
}

function addDeed({ steps, edited, oriented, diagnosed, revised, wasted }: Deeds, facts: StepFacts): Deeds {
  // A look that shows nothing is none: the real one is still to come.
  const isFirstLook = facts.kind === "looks" && !isRefusal(facts.fault) && !edited && !oriented;
  const isWasted = facts.fault !== null || facts.retraced || (facts.kind === "looks" && !isFirstLook);
  return {
    steps: steps + 1,
    edited: edited || facts.edited,
    oriented: oriented || isFirstLook,
    diagnosed: diagnosed || (!edited && facts.kind === "runs"),
    revised: revised || (diagnosed && facts.revision),
    wasted: wasted + (isWasted ? 1 : 0),
  };
}

/** Millionths as the number that goes over the wire. */
export function toWire(millionths: number): number {
  return millionths / MILLIONTHS;
}
