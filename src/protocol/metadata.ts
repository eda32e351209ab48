/** How the environment describes itself: its card, and the schemas it publishes. */
import { z } from "zod";
import { hiddenCountSchema, secretIdSchema } from "./grading.ts";
import { codeObservationSchema, resetMetadataSchema } from "./observation.ts";

/** The environment's card. All six keys are always there; what is unknown is null. */
export const environmentCardSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  version: z.string().nullable(),
  author: z.string().nullable(),
  readme_content: z.string().nullable(),
  documentation_url: z.string().nullable(),
});
export type EnvironmentCard = z.infer<typeof environmentCardSchema>;

/** What a step that was answered survives: nothing, the end of the server's process, or a power cut as well. */
export const durabilitySchema = z.enum(["none", "process", "disk"]);
export type Durability = z.infer<typeof durabilitySchema>;

/** What `GET /metadata` answers: the card, and how this very server grades where that is not as usual. */
export const environmentMetadataSchema = environmentCardSchema.extend({
  hidden_secret: secretIdSchema.optional(),
  hidden_count: hiddenCountSchema.optional(),
  durability: durabilitySchema.optional(),
});
export type EnvironmentMetadata = z.infer<typeof environmentMetadataSchema>;

/** OpenEnv's clients and validators put these two back into the observation before they read it. */
const lifted = { reward: z.number().optional(), done: z.boolean().optional() };
const published = { title: "CodeObservation", description: "What the agent sees." };

export const publishedObservationSchema = codeObservationSchema.extend(lifted).meta(published);
export const publishedResetObservationSchema = codeObservationSchema
  .extend({ metadata: resetMetadataSchema, ...lifted })
  .meta(published);

/** What `GET /schema` answers: four JSON Schemas. */
export const schemaAnswerSchema = z.strictObject({
  action: z.record(z.string(), z.unknown()),
  observation: z.record(z.string(), z.unknown()),
  state: z.record(z.string(), z.unknown()),
  reset_observation: z.record(z.string(), z.unknown()),
});
export type SchemaAnswer = z.infer<typeof schemaAnswerSchema>;
