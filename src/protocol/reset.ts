/** What a caller may ask of a new episode. */
import { z } from "zod";
import { curriculumSchema, difficultySchema, rewardProfileSchema, splitSchema } from "./observation.ts";
import { wellFormedText } from "./text.ts";

export const DEFAULT_MAX_STEPS = 50;

/** How the prompt says that an action is sent: as a JSON object, or by calling a tool. */
export const PROMPT_FORMS = ["json", "tools"] as const;
export const promptFormSchema = z.enum(PROMPT_FORMS);
export type PromptForm = z.infer<typeof promptFormSchema>;

/** How much an observation repeats: all of it each time, or in one text what is new. */
export const OBSERVATION_FORMS = ["full", "lean"] as const;
export const observationFormSchema = z.enum(OBSERVATION_FORMS);
export type ObservationForm = z.infer<typeof observationFormSchema>;

/** Which tasks a reset chooses from: the sixteen, made ones, an operator's own, or all; the impossible are in no other. */
export const TASK_SETS = ["classic", "generated", "impossible", "imported", "all"] as const;
export const taskSetSchema = z.enum(TASK_SETS).meta({ title: "TaskSetName" });
export type TaskSetName = z.infer<typeof taskSetSchema>;

/** Where a new episode leaves one that is kept: behind so many of its steps. */
export const branchSchema = z
  .strictObject({
    episode: wellFormedText.min(1).max(255).meta({
      description: "The episode_id of the one that it begins in; from who may read, also an id of GET /api/episodes.",
    }),
    step: z
      .int()
      .min(0)
      .meta({ description: "How many of that one's steps are behind the new one; fewer than it has." }),
  })
  .meta({ title: "EpisodeBranch" });
export type EpisodeBranch = z.infer<typeof branchSchema>;

export const resetRequestSchema = z
  .strictObject({
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullish(),
    episode_id: wellFormedText.min(1).max(255).nullish(),
    task_set: taskSetSchema.nullish(),
    task_name: wellFormedText.nullish(),
    difficulty: difficultySchema.nullish(),
    split: splitSchema.nullish(),
    index: z.int().min(0).nullish(),
    language: wellFormedText.nullish(),
    training_step: z.int().min(0).nullish(),
    curriculum: curriculumSchema.nullish(),
    group: wellFormedText.min(1).max(255).nullish(),
    max_steps: z.int().min(5).max(10_000).nullish(),
    reward: rewardProfileSchema.nullish(),
    prompt: promptFormSchema.nullish(),
    observation: observationFormSchema.nullish(),
    resume: z.boolean().nullish(),
    branch: branchSchema.nullish(),
  })
  .meta({ title: "ResetRequest", description: "Which episode to begin; what is left out is drawn and reported." });
export type ResetRequest = z.infer<typeof resetRequestSchema>;

/** A reset request whose free choices have been drawn: the environment itself has no randomness. */
export type EpisodeRequest = Omit<ResetRequest, "seed" | "episode_id"> & {
  readonly seed: number;
  readonly episode_id: string;
};
