/** What a caller may ask of a new episode. */
import { z } from "zod";
import { difficultySchema, rewardProfileSchema, splitSchema } from "./observation.ts";
import { wellFormedText } from "./text.ts";

export const DEFAULT_MAX_STEPS = 50;

export const resetRequestSchema = z
  .strictObject({
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullish(),
    episode_id: wellFormedText.min(1).max(255).nullish(),
    task_name: wellFormedText.nullish(),
    difficulty: difficultySchema.nullish(),
    split: splitSchema.nullish(),
    index: z.int().min(0).nullish(),
    language: wellFormedText.nullish(),
    training_step: z.int().min(0).nullish(),
    max_steps: z.int().min(5).max(10_000).nullish(),
    reward: rewardProfileSchema.nullish(),
    resume: wellFormedText.nullish(),
  })
  .meta({ title: "ResetRequest", description: "Which episode to begin; what is left out is drawn and reported." });
export type ResetRequest = z.infer<typeof resetRequestSchema>;

/** A reset request whose free choices have been drawn: the environment itself has no randomness. */
export type EpisodeRequest = Omit<ResetRequest, "seed" | "episode_id"> & {
  readonly seed: number;
  readonly episode_id: string;
};
