/** The reward's five components as the tree that OpenEnv's validator checks a step's reward against. */
import { z } from "zod";
import { type RewardComponents, type RubricNode, rewardComponentsSchema } from "../../protocol/protocol.ts";

const PARTS = rewardComponentsSchema.keyof().options;
/** The validator knows weighted sums whose weights sum to one, and no plain sum: so each part counts five times, by a fifth. */
const WEIGHT = 1 / PARTS.length;
const CLASS = "tracefix_rl.reward";

/** @param components of the step just taken; null before one was */
export function rubricOf(components: RewardComponents | null): RubricNode[] {
  const scores = PARTS.map((part) => (components === null ? null : components[part] / WEIGHT));
  const total = scores.reduce<number | null>(
    (sum, score) => (score === null ? sum : (sum ?? 0) + score * WEIGHT),
    null,
  );
  const root = {
    ...node("root", "StepReward", total),
    children: PARTS.map((part) => `root.${part}`),
    aggregation: "weighted_sum",
    config: { weights: PARTS.map(() => WEIGHT) },
  } as const;
  return [root, ...PARTS.map((part, index) => node(`root.${part}`, part, scores[index] ?? null))];
}

const answerSchema = z.object({
  data: z.object({ observation: z.object({ metadata: z.object({ reward_components: rewardComponentsSchema }) }) }),
});

/** The components that a step's answer reports; null where it reports none. */
export function componentsIn(answer: unknown): RewardComponents | null {
  return answerSchema.safeParse(answer).data?.data.observation.metadata.reward_components ?? null;
}

function node(name: string, className: string, score: number | null): RubricNode {
  const evaluated = score !== null;
  return {
    name,
    class_name: `${CLASS}.${className}`,
    children: [],
    aggregation: "leaf",
    config: {},
    config_available: true,
    score,
    evaluated,
  };
}
