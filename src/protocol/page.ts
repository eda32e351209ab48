/** What the page at `/web/` asks of the server beside the episode itself: tasks, episodes to watch, runs to compare. */
import { z } from "zod";
import { episodeEndingSchema, recordedStepSchema } from "./episode-record.ts";
import { codeObservationSchema, difficultySchema, splitSchema } from "./observation.ts";
import { taskSetSchema } from "./reset.ts";
import { stepDataSchema } from "./step-data.ts";

const visibleTestSchema = z.strictObject({
  name: z.string(),
  call: z.string(),
  expected: z.string().nullable().meta({
    description: "Null of a generated task: beside it, a test of an impossible one that contradicts it would be known.",
  }),
});

/** Never holds code: neither the buggy file, nor the solution, nor a hidden test. */
export const pageTaskSchema = z
  .strictObject({
    task_name: z.string(),
    program: z.string(),
    title: z.string().meta({ description: "The program's title." }),
    description: z.string(),
    bug_type: z.string(),
    difficulty: difficultySchema,
    split: splitSchema,
    language: z.string(),
    entry_point: z.string(),
    tags: z.array(z.string()),
    tests: z.array(visibleTestSchema).meta({ description: "The visible tests." }),
  })
  .meta({ title: "PageTask", description: "A task as people browse it." });
export type PageTask = z.infer<typeof pageTaskSchema>;

/** Tasks that one answer tells at most. */
export const MOST_PAGE_TASKS = 100;

/** Which tasks the page asks for; an address holds texts alone. */
export const pageTasksQuerySchema = z.object({
  start: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_PAGE_TASKS).default(50),
  task_set: taskSetSchema.optional(),
  task_name: z.string().max(300).optional(),
  program: z.string().max(300).optional(),
  difficulty: difficultySchema.optional(),
  bug_type: z.string().max(100).optional(),
  split: splitSchema.optional(),
  words: z.string().max(300).optional(),
});
export type PageTasksQuery = z.infer<typeof pageTasksQuerySchema>;

export const pageTasksSchema = z.strictObject({
  tasks: z.array(pageTaskSchema).meta({ description: "Those that fit, from `start` on, `limit` at most." }),
  total: z.int().meta({ description: "How many fit." }),
  all: z.int().meta({ description: "How many there are in the set." }),
  sets: z
    .array(taskSetSchema)
    .meta({ description: "What `task_set` may be; impossible tasks are not listed. Without it: what people wrote." }),
  values: z.strictObject({
    difficulty: z.array(difficultySchema),
    bug_type: z.array(z.string()).meta({ description: "Of the tasks of the difficulty and the split." }),
    split: z.array(splitSchema),
  }),
  solutions: z.boolean(),
});
/** What the tasks themselves tell; whether solutions are shown depends on who asks. */
export type PageTasksAnswer = Omit<z.infer<typeof pageTasksSchema>, "solutions">;

/** What opens an episode on the page: `ticket` goes into the address of its socket, as `play`. */
export const playTicketSchema = z.strictObject({
  ticket: z.string(),
  max_message_bytes: z.int().min(1).meta({ description: "What the socket takes in one message: MAX_MESSAGE_BYTES." }),
});

/** Steps after which the repair is shown to who did not find it. */
export const MIN_STEPS_FOR_REFERENCE = 10;

/** The bug and its repair, as whole files: the main one, and of a program of several all that differ. */
export const referenceSchema = z.strictObject({
  task_name: z.string(),
  given: z.string(),
  solution: z.string(),
  files: z.array(z.strictObject({ path: z.string(), given: z.string(), solution: z.string() })).optional(),
});
export type Reference = z.infer<typeof referenceSchema>;

/** One episode that the server knows of, as a row of a list. */
export const watchedEpisodeSchema = z.strictObject({
  id: z.string().meta({ description: "The server's own name for the episode; `episode_id` is only a label." }),
  episode_id: z.string(),
  agent: z.string().nullable().meta({ description: "What the player called itself: `/ws?agent=NAME`." }),
  task: z.string().meta({ description: "The program's name; the task's once the episode is over." }),
  difficulty: difficultySchema,
  split: splitSchema.nullable(),
  seed: z.int().meta({
    description: "-1 while the episode lives; after it too where the server drew it for tools, or hides its code.",
  }),
  max_steps: z.int(),
  step_count: z.int().min(0),
  return: z.number(),
  last_action: z.string().nullable(),
  state: z.enum(["live", "done", "left"]),
  solved: z.boolean().nullable().meta({ description: "Null while the episode lives." }),
  ending: episodeEndingSchema.nullable(),
  hides_code: z.boolean().meta({ description: "Its code is left out: the task is of the test split." }),
  recorded: z.boolean().meta({ description: "Whether its steps are kept; past the server's memory they are not." }),
  started_at: z.iso.datetime(),
  active_at: z.iso.datetime().meta({ description: "When it was begun or stepped last." }),
});
export type WatchedEpisode = z.infer<typeof watchedEpisodeSchema>;

export const watchedListSchema = z.strictObject({
  episodes: z.array(watchedEpisodeSchema),
  total: z.int(),
  now: z.iso.datetime().meta({ description: "By the server's clock, which the times of the rows are of." }),
});

export type WatchedList = z.infer<typeof watchedListSchema>;

/** The events of `/api/episodes/{id}/live`, by name. */
export const LIVE_EVENTS = {
  begin: z.strictObject({ episode: watchedEpisodeSchema, observation: codeObservationSchema }),
  step: recordedStepSchema.extend({ index: z.int().min(0), action: stepDataSchema }),
  end: z.strictObject({ episode: watchedEpisodeSchema }),
} as const;

/** An episode of a recorded run, as a row: no code, no texts. */
export const runRowSchema = z.strictObject({
  line: z.int().min(1).meta({ description: "Its line in the file, from 1." }),
  key: z.string(),
  agent: z.string(),
  model: z.string().nullable(),
  task_name: z.string(),
  difficulty: difficultySchema,
  bug_type: z.string(),
  split: splitSchema.nullable(),
  seed: z.int(),
  repetition: z.int(),
  training_step: z.int().nullable(),
  steps: z.int(),
  return: z.number(),
  score: z.number(),
  solved: z.boolean(),
  ending: episodeEndingSchema,
  tokens: z.int().nullable(),
  cost: z.number().nullable(),
  started_at: z.iso.datetime(),
  duration_ms: z.number(),
});
export type RunRow = z.infer<typeof runRowSchema>;

export const runListSchema = z.strictObject({
  runs: z.array(z.strictObject({ name: z.string(), bytes: z.int(), changed_at: z.iso.datetime() })),
});
export type RunList = z.infer<typeof runListSchema>;
export const runRowsSchema = z.strictObject({
  name: z.string(),
  rows: z.array(runRowSchema),
  unreadable: z
    .int()
    .meta({ description: "Lines that are no episode; the last one of a run in progress may be half." }),
  has_report: z.boolean().meta({ description: "Whether `/api/runs/<name>/report` has one to show." }),
});
export type RunRows = z.infer<typeof runRowsSchema>;
