/** The JSON of the page's routes, `/web/…` and `WS /ws/ui`: one environment that all share who may watch it. */
import { z } from "zod";
import { codeObservationSchema } from "./observation.ts";
import { attemptSchema, stepDataSchema } from "./step-data.ts";

export const webStepBodySchema = z.strictObject({ action: attemptSchema });

/** One step as it was taken at the page. */
export const actionLogSchema = z.strictObject({
  timestamp: z.iso.datetime().meta({ description: "When it was taken; the only clock time there is." }),
  action: stepDataSchema,
  observation: codeObservationSchema,
  reward: z.number(),
  done: z.boolean(),
  step_count: z.int().min(0),
});

export const webEpisodeSchema = z.strictObject({
  episode_id: z.string().nullable(),
  step_count: z.int().min(0),
  current_observation: codeObservationSchema.nullable().meta({ description: "Null before the first reset." }),
  action_logs: z.array(actionLogSchema).readonly().meta({ description: "The last steps, oldest first." }),
  is_reset: z.boolean().meta({ description: "Whether no step was taken since the last reset." }),
});
export type WebEpisode = z.infer<typeof webEpisodeSchema>;

/** The one kind of frame that `/ws/ui` sends: at once, and after each reset and step. */
export const stateUpdateSchema = z.strictObject({
  type: z.literal("state_update"),
  episode_state: webEpisodeSchema,
});
export type StateUpdate = z.infer<typeof stateUpdateSchema>;
