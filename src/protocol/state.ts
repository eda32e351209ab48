/** What a player or a trainer may ask about an episode from outside, and what its operator may. */
import { z } from "zod";
import { difficultySchema, rewardProfileSchema, splitSchema } from "./observation.ts";

export const stateSchema = z
  .strictObject({
    episode_id: z.string().nullable(),
    step_count: z.int().min(0),
    task_name: z
      .string()
      .nullable()
      .meta({ description: "The program's name until the episode is done, then the task's, which may name the bug." }),
    task_difficulty: difficultySchema.nullable(),
    split: splitSchema.nullable(),
    seed: z.int().nullable(),
    max_steps: z.int().nullable(),
    reward_profile: rewardProfileSchema.nullable(),
    done: z.boolean(),
    return: z.number(),
    path: z.string().optional().meta({
      description: "Of several files, the one that an action without a path is about.",
    }),
  })
  .meta({ title: "CodeState", description: "The episode's state; all null before the first reset." });
export type CodeState = z.infer<typeof stateSchema>;

/** What `GET /operator/state` answers: here every `task_name` is the task's. */
export const operatorStatesSchema = z.strictObject({
  episodes: z.array(stateSchema),
  total: z.int().meta({ description: "Episodes under way; no more than a hundred are told." }),
});
