/** An episode as the caller of a tool may ask for it and see it, where the server draws it: nothing says which it is. */
import type { z } from "zod";
import {
  codeObservationSchema,
  observationInfoSchema,
  resetMetadataSchema,
  stepMetadataSchema,
} from "./observation.ts";
import { resetRequestSchema } from "./reset.ts";

/** Who chooses the episodes that tools begin: the server, or whoever calls. */
export const MCP_EPISODES = ["drawn", "free"] as const;
export type McpEpisodes = (typeof MCP_EPISODES)[number];

/** What names one very episode. Played again, its score could be asked for the answers, so a policy has no say in it. */
const CHOICES = { seed: true, episode_id: true, task_name: true, index: true, resume: true } as const;
export const EPISODE_CHOICES: readonly string[] = Object.keys(CHOICES);

/** A tool's caller is always told to call tools. */
export const chosenEpisodeSchema = resetRequestSchema.omit({ prompt: true });

export const drawnEpisodeSchema = chosenEpisodeSchema.omit(CHOICES).meta({
  title: "DrawnEpisode",
  description: "What kind of episode to begin; which one is drawn.",
});
export type DrawnEpisode = z.infer<typeof drawnEpisodeSchema>;

/** An observation as a tool answers it, twice in OpenEnv's spelling: with the code in one form, to keep it small. */
export const toolObservationSchema = codeObservationSchema.omit({ code_text: true });
export type ToolObservation = z.infer<typeof toolObservationSchema>;

/** The same without its seed and without its task's name and place. */
export const policyObservationSchema = toolObservationSchema
  .extend({
    info: observationInfoSchema.omit({ task_name: true }),
    metadata: resetMetadataSchema.omit({ seed: true, index: true }).or(stepMetadataSchema),
  })
  .meta({ title: "PolicyObservation", description: "What the caller of a tool sees." });
export type PolicyObservation = z.infer<typeof policyObservationSchema>;
