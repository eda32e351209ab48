/** An episode as the caller of a tool may ask for it and see it, where the server draws it: nothing says which it is. */
import type { z } from "zod";
import {
  codeObservationSchema,
  observationInfoSchema,
  resetMetadataSchema,
  stepMetadataSchema,
} from "./observation.ts";
import { resetRequestSchema } from "./reset.ts";

/** Who chooses the episodes that tools begin: the server, or the caller. */
export const MCP_EPISODES = ["drawn", "free"] as const;
export type McpEpisodes = (typeof MCP_EPISODES)[number];

/**
 * What stays is named here and below: a field that is new is neither asked for nor seen until somebody decides. A tool's
 * caller is always told to call tools, so `prompt` is not among them.
 */
export const chosenEpisodeSchema = resetRequestSchema.pick({
  seed: true,
  episode_id: true,
  task_set: true,
  task_name: true,
  difficulty: true,
  split: true,
  index: true,
  language: true,
  training_step: true,
  curriculum: true,
  group: true,
  max_steps: true,
  reward: true,
  observation: true,
});

export const drawnEpisodeSchema = chosenEpisodeSchema
  .pick({
    difficulty: true,
    split: true,
    language: true,
    training_step: true,
    max_steps: true,
    reward: true,
    observation: true,
  })
  .meta({ title: "DrawnEpisode", description: "What kind of episode to begin; which one is drawn." });
export type DrawnEpisode = z.infer<typeof drawnEpisodeSchema>;

/** What names one very episode. Played again, its score could be asked for the answers, so a policy has no say in it. */
export const EPISODE_CHOICES: readonly string[] = Object.keys(chosenEpisodeSchema.shape).filter(
  (name) => !(name in drawnEpisodeSchema.shape),
);

/** An observation as a tool answers it, twice in OpenEnv's spelling: with the code in one form, to keep it small. */
export const toolObservationSchema = codeObservationSchema.pick({
  code_dict: true,
  path: true,
  files: true,
  localized_context: true,
  last_execution_output: true,
  syntax_error: true,
  test_results: true,
  step_count: true,
  steps_remaining: true,
  reward_last_step: true,
  info: true,
  metadata: true,
  text: true,
});
export type ToolObservation = z.infer<typeof toolObservationSchema>;

/** The same without its seed and without its task's name and place. */
export const policyObservationSchema = toolObservationSchema
  .extend({
    info: observationInfoSchema.pick({ episode_id: true, task_difficulty: true }),
    metadata: resetMetadataSchema
      .pick({ system_prompt: true, split: true, max_steps: true, reward_profile: true, normalised: true })
      // What a step tells is told to who plays.
      .or(stepMetadataSchema),
  })
  .meta({ title: "PolicyObservation", description: "What the caller of a tool sees." });
export type PolicyObservation = z.infer<typeof policyObservationSchema>;
