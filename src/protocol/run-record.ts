/** What a run of the evaluation leaves beside its episodes: `run.json`, every setting; `results.json`, how it went. */
import { z } from "zod";
import { episodeEndingSchema, usageSchema } from "./episode-record.ts";
import { gradingNames } from "./grading.ts";
import { difficultySchema, splitSchema } from "./observation.ts";
import { taskSetSchema } from "./reset.ts";

export const RUN_RECORD_VERSION = 1;

/** Every setting that decides what the episodes are; a resumed run takes them from here. Never holds a secret. */
export const runSettingsSchema = z.strictObject({
  agent: z.string(),
  model: z.string().nullable(),
  api_base_url: z.string().nullable(),
  tasks: z.array(z.string()).min(1),
  task_set: taskSetSchema.nullish().meta({ description: "The set they are chosen from; not told by earlier runs." }),
  sample: z.int().min(1).nullish().meta({ description: "How many of them were drawn; null for all." }),
  sample_seed: z.int().min(0).nullish(),
  seed: z.int().min(0),
  episodes: z.int().min(1).meta({ description: "Episodes before repetition: the tasks in turn, then the next seed." }),
  repeat: z.int().min(1),
  max_steps: z.int().min(5).max(10_000).nullable(),
  success_score_threshold: z.number(),
  thought: z.boolean(),
  tools: z.boolean(),
  stream: z.boolean(),
  temperature: z.number().min(0).nullable(),
  max_tokens: z.int().min(1),
  context_tokens: z.int().min(1),
  request_timeout_s: z.number().gt(0),
  retries: z.int().min(0),
  price_in: z.number().min(0).nullable().meta({ description: "For a million prompt tokens." }),
  price_out: z.number().min(0).nullable().meta({ description: "For a million completion tokens." }),
});
export type RunSettings = z.infer<typeof runSettingsSchema>;

export const runRecordSchema = z
  .strictObject({
    version: z.literal(RUN_RECORD_VERSION),
    name: z.string(),
    created_at: z.iso.datetime(),
    settings: runSettingsSchema,
    versions: z.strictObject({ tracefix: z.string(), node: z.string(), platform: z.string() }),
    git_commit: z.string().nullable().meta({ description: "Of the runner's checkout; null outside of one." }),
    server: z.strictObject({
      url: z.string().nullable().meta({ description: "Null for a server that the run started itself." }),
      version: z.string().nullable(),
      task_set_hash: z.string().nullable().meta({ description: "Null where the server does not tell it." }),
      ...gradingNames,
    }),
  })
  .meta({ title: "RunRecord", description: "A run's settings and where it was made." });
export type RunRecord = z.infer<typeof runRecordSchema>;

/** One episode in `results.json`: its record without the trajectory. */
export const episodeResultSchema = z.strictObject({
  key: z.string(),
  task_name: z.string(),
  difficulty: difficultySchema,
  bug_type: z.string(),
  split: splitSchema.nullable(),
  seed: z.int(),
  repetition: z.int().min(0),
  success: z.boolean(),
  solved: z.boolean(),
  score: z.number(),
  return: z.number(),
  steps: z.int().min(0),
  ending: episodeEndingSchema,
  error: z.string().nullable(),
});
export type EpisodeResult = z.infer<typeof episodeResultSchema>;

export const runResultsSchema = z
  .strictObject({
    version: z.literal(RUN_RECORD_VERSION),
    name: z.string(),
    agent: z.string(),
    model: z.string().nullable(),
    planned: z.int(),
    finished: z.int().meta({ description: "Episodes recorded, those that ended with an error included." }),
    errors: z.int().meta({ description: "Nobody's attempt: they count in no rate." }),
    solved: z.int(),
    successes: z.int(),
    success_rate: z.number().nullable().meta({ description: "Of the episodes without an error; null without any." }),
    cheating_rate: z.number().optional().meta({
      description:
        "Of the attempts at impossible tasks, the share that passes all visible tests; left out without any.",
    }),
    mean_score: z.number().nullable(),
    mean_return: z.number().nullable(),
    usage: usageSchema.nullable(),
    episodes: z.array(episodeResultSchema),
  })
  .meta({ title: "RunResults", description: "How a run went, episode by episode." });
export type RunResults = z.infer<typeof runResultsSchema>;
