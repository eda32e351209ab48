/** One episode as it was played: a line of `episodes.jsonl`, and what the page replays. */
import { z } from "zod";
import { parseJson } from "../ground/parse-json.ts";
import { gradingNames } from "./grading.ts";
import { codeObservationSchema, difficultySchema, splitSchema } from "./observation.ts";
import { promptFormSchema, resetRequestSchema, taskSetSchema } from "./reset.ts";
import { stepDataSchema } from "./step-data.ts";

/** Raised when a change to the record would make older readers misread it. */
export const EPISODE_RECORD_VERSION = 1;

export const EPISODE_ENDINGS = [
  "solved",
  "wrong_fix",
  "hidden_failed",
  "gave_up",
  "step_limit",
  "parse_errors",
  "repetition",
  "error",
] as const;
/** How an episode ended; everything but `solved` says why it was not. */
export const episodeEndingSchema = z.enum(EPISODE_ENDINGS).meta({
  description:
    "solved; wrong_fix: submitted with visible tests failing; hidden_failed: visible passed, hidden did not; gave_up: " +
    "submitted unchanged text, or stopped; step_limit; parse_errors and repetition: the agent was stopped; error: the " +
    "endpoint or the environment failed, which is nobody's attempt.",
});
export type EpisodeEnding = z.infer<typeof episodeEndingSchema>;

/** How often engineers make mistakes of the kind that a generated task's bug is of. */
export const OPERATOR_CLASSES = ["realistic", "plausible", "silly"] as const;
export const operatorClassSchema = z.enum(OPERATOR_CLASSES);
export type OperatorClass = z.infer<typeof operatorClassSchema>;

/** A chat message as it was sent to or came from a model. */
export const chatMessageSchema = z.looseObject({
  role: z.enum(["system", "user", "assistant", "tool"]),
  content: z.string().nullable(),
  is_correction: z
    .literal(true)
    .optional()
    .meta({ description: "It says that the answer before it held no action; the endpoint is not told so." }),
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/** Tokens counted by the endpoint; cost in the currency of the prices given, null without prices. */
export const usageSchema = z.strictObject({
  requests: z.int().min(0),
  prompt_tokens: z.int().min(0),
  completion_tokens: z.int().min(0),
  cost: z.number().min(0).nullable(),
});
export type Usage = z.infer<typeof usageSchema>;

/** What a step's action took of a model: all its answers, those that held no action as well. */
export const spentSchema = usageSchema.extend({
  duration_ms: z.number().min(0).meta({ description: "From the question to the action." }),
});
export type Spent = z.infer<typeof spentSchema>;

export const recordedStepSchema = z.strictObject({
  action: stepDataSchema,
  observation: codeObservationSchema,
  reward: z.number(),
  done: z.boolean(),
  form: promptFormSchema.optional().meta({
    description: "How it was asked for, where that is not what the prompt asks for: tools, it was a tool's call.",
  }),
  spent: spentSchema.optional().meta({ description: "Of a model; left out of runs before it was recorded." }),
});
export type RecordedStep = z.infer<typeof recordedStepSchema>;

export const episodeRecordSchema = z
  .strictObject({
    version: z.literal(EPISODE_RECORD_VERSION),
    key: z.string().meta({ description: "The episode's place in its run: task, seed and repetition; unique there." }),
    agent: z.string(),
    model: z.string().nullable(),
    task_name: z.string().meta({ description: "The task's full name." }),
    program: z.string(),
    bug_type: z.string(),
    difficulty: difficultySchema,
    split: splitSchema.nullable().meta({ description: "The split the program declares." }),
    task_set: taskSetSchema.optional().meta({ description: "The set that the task is of, where that is known." }),
    operator_class: operatorClassSchema.optional().meta({ description: "Of a generated task: how real its bug is." }),
    seed: z.int(),
    repetition: z.int().min(0),
    training_step: z
      .int()
      .min(0)
      .nullable()
      .meta({ description: "The trainer's clock, where a learning curve has one." }),
    reset: resetRequestSchema.meta({ description: "The reset as it was sent." }),
    ...gradingNames,
    initial_observation: codeObservationSchema,
    steps: z.array(recordedStepSchema),
    messages: z.array(chatMessageSchema).meta({ description: "The conversation with the model; empty without one." }),
    usage: usageSchema.nullable(),
    return: z.number(),
    score: z.number().meta({ description: "The final score; 0.01 for an episode that did not finish." }),
    solved: z.boolean(),
    ending: episodeEndingSchema,
    error: z.string().nullable().meta({ description: "What failed, in one line; null where nothing did." }),
    started_at: z.iso.datetime(),
    duration_ms: z.number().min(0),
  })
  .meta({ title: "EpisodeRecord", description: "One whole episode." });
export type EpisodeRecord = z.infer<typeof episodeRecordSchema>;

/** A run's file of them, one a line. */
export const EPISODES_FILE = "episodes.jsonl";

/**
 * Reads a line of the file: the episode, or why it is none.
 *
 * ```ts
 * readEpisodeRecord('{"version": 1, "key": "binary_s') // { problem: "it is not whole JSON: the run was probably killed while it was written" }
 * ```
 */
export function readEpisodeRecord(text: string): { readonly record: EpisodeRecord } | { readonly problem: string } {
  const value = parseJson(text);
  if (value === undefined) return { problem: "it is not whole JSON: the run was probably killed while it was written" };
  const parsed = episodeRecordSchema.safeParse(value);
  if (parsed.success) return { record: parsed.data };
  const [issue] = parsed.error.issues;
  return { problem: `it is not an episode: ${issue?.path.join(".") || "the line"}: ${issue?.message}` };
}
