/** The list of kept episodes, as readers ask for it. */
import { z } from "zod";
import { difficultySchema, splitSchema } from "./observation.ts";

export const keptQuerySchema = z.strictObject({
  cursor: z.coerce.number().int().min(1).optional().meta({ description: "The `next` of the answer before." }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Rows of one answer; 50 if left out." }),
  task: z
    .string()
    .max(255)
    .optional()
    .meta({ description: "The task's name; of an episode that is not over its program's." }),
  program: z.string().max(255).optional(),
  split: splitSchema.optional(),
  ended: z.stringbool().optional().meta({ description: "Whether its last step has ended it, true or false." }),
  since: z.iso.datetime().optional().meta({ description: "Whose last step was then or later." }),
});
export type KeptQuery = z.infer<typeof keptQuerySchema>;

/** One kept episode, as a row. */
export const keptEpisodeSchema = z.strictObject({
  id: z.string().meta({ description: "The server's own name for the episode; `episode_id` is only a label." }),
  episode_id: z.string(),
  task: z.string().meta({ description: "The program's name; the task's once the episode is over." }),
  program: z.string().nullable().meta({ description: "Null where the server has not its task any more." }),
  difficulty: difficultySchema.nullable(),
  split: splitSchema.nullable(),
  steps: z.int(),
  ended: z.boolean(),
  hides_code: z.boolean().meta({ description: "Its code is left out: the task is of the test split." }),
  begun_at: z.iso.datetime(),
  last_step_at: z.iso.datetime(),
});
export type KeptEpisodeRow = z.infer<typeof keptEpisodeSchema>;

export const keptListSchema = z.strictObject({
  episodes: z.array(keptEpisodeSchema),
  next: z.string().nullable().meta({ description: "The cursor of what follows; null at the end." }),
  now: z.iso.datetime().meta({ description: "By the server's clock, which the times of the rows are of." }),
});
export type KeptList = z.infer<typeof keptListSchema>;
