/** What an operator or a trainer may ask about a running episode; not shown to the policy. */
import { z } from "zod";
import { difficultySchema, rewardProfileSchema, splitSchema } from "./observation.ts";

export const stateSchema = z
  .strictObject({
    episode_id: z.string().nullable(),
    step_count: z.int().min(0),
    task_name: z.string().nullable(),
    task_difficulty: difficultySchema.nullable(),
    split: splitSchema.nullable(),
    seed: z.int().nullable(),
    max_steps: z.int().nullable(),
    reward_profile: rewardProfileSchema.nullable(),
    done: z.boolean(),
    return: z.number(),
  })
  .meta({ title: "CodeState", description: "The episode's state; all null before the first reset." });
export type CodeState = z.infer<typeof stateSchema>;
