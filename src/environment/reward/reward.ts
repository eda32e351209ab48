/** Prices the steps of an episode, one after the other, by six laws that `test/environment/laws` holds it to. */
import type { RewardComponents, RewardProfile } from "../../protocol/protocol.ts";
import { MILLIONTHS } from "./constants.ts";
import type { StepFacts } from "./facts.ts";
import { finalScore } from "./final-score.ts";
import type { Ledger } from "./ledger.ts";
import { SHAPING } from "./shaping.ts";

export interface RewardRules {
  readonly profile: RewardProfile;
  readonly maxSteps: number;
}

/** One step's reward and the parts it is made of, in millionths, with the ledger it leaves. */
export interface Priced {
  readonly ledger: Ledger;
  readonly components: RewardComponents;
  readonly reward: number;
}

/** Prices a step and enters it into the ledger. */
export function price(before: Ledger, facts: StepFacts, { profile, maxSteps }: RewardRules): Priced {
  const after: Ledger = {
    ...before,
    steps: before.steps + 1,
    edited: before.edited || facts.edited,
    oriented: before.oriented || (!before.edited && facts.action === "VIEW_CODE"),
    diagnosed: before.diagnosed || (!before.edited && facts.action === "RUN_TESTS"),
  };
  const shaping = SHAPING[profile]({ before, after, facts, maxSteps });
  const final = facts.end === null ? 0 : finalScore(facts.end, after, maxSteps);
  const reward = shaping.step_cost + shaping.run_tests + shaping.progress + shaping.penalty + final;

  const ledger = {
    ...after,
    penalties: before.penalties - shaping.penalty,
    progress: before.progress + shaping.progress,
    total: before.total + reward,
  };
  return { ledger, components: { ...shaping, final }, reward };
}

/** Millionths as the number that goes over the wire. */
export function toWire(millionths: number): number {
  return millionths / MILLIONTHS;
}
