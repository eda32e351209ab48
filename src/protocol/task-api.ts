/** OpenEnv's Task API: which tasks there are, each as what a reset takes to play it. */
import { z } from "zod";
import { difficultySchema, splitSchema } from "./observation.ts";

/** Never holds code: neither the buggy file, nor the solution, nor a test. */
export const publicTaskSchema = z
  .strictObject({
    task_name: z.string().meta({ description: "It may give the bug away: do not show it to a policy." }),
    split: splitSchema,
    index: z.int().min(0).meta({ description: "The task's place in its split." }),
    difficulty: difficultySchema,
    language: z.string(),
    metadata: z.strictObject({
      program: z.string(),
      title: z.string().meta({ description: "The program's title." }),
      description: z.string().optional().meta({ description: "What correct code does; lists leave it out." }),
      tags: z.array(z.string()),
    }),
  })
  .meta({ title: "Task", description: "Everything but `metadata` is what a reset takes to play the task." });
export type PublicTask = z.infer<typeof publicTaskSchema>;

export const environmentNamesSchema = z.array(z.string());
export const splitListSchema = z.array(z.strictObject({ name: splitSchema, type: splitSchema }));

export const taskApiParamsSchema = z.object({
  env: z.string().meta({ description: "A name of `GET /list_environments`, in small letters or capitals." }),
});

/** Any text: an unknown split is answered with the names of those there are. */
const split = z.string().meta({ description: "A name of `GET /{env}/splits`." });
const place = z.int().nullish();

export const splitBodySchema = z.strictObject({ split });
export const taskBodySchema = z.strictObject({
  split,
  index: z.int().meta({ description: "From 0; -1 is the split's last task." }),
});
export const taskRangeBodySchema = z.strictObject({
  split,
  start: place.meta({ description: "The first index, 0 if left out; -1 is the split's last task." }),
  stop: place.meta({ description: "The index after the last, the number of tasks if left out." }),
});

export const tasksAnswerSchema = z.strictObject({ tasks: z.array(publicTaskSchema), env_name: z.string() });
export const taskCountAnswerSchema = z.strictObject({ num_tasks: z.int().min(0) });
export const taskAnswerSchema = z.strictObject({ task: publicTaskSchema, env_name: z.string() });
