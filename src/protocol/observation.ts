/** What an agent sees after reset and after each step. */
import { z } from "zod";
import { normalisationSchema } from "./normalisation.ts";
import { isRefusal, stepFacts } from "./step-facts.ts";
import { testResultSchema } from "./test-result.ts";

export const DIFFICULTIES = ["easy", "medium", "hard"] as const;
export const difficultySchema = z.enum(DIFFICULTIES);
export type Difficulty = z.infer<typeof difficultySchema>;

export const SPLITS = ["train", "validation", "test"] as const;
export const splitSchema = z.enum(SPLITS);
export type Split = z.infer<typeof splitSchema>;

export const REWARD_PROFILES = ["dense", "potential", "sparse"] as const;
export const rewardProfileSchema = z.enum(REWARD_PROFILES);
export type RewardProfile = z.infer<typeof rewardProfileSchema>;

/** Who draws a reset's task where not the seed alone does. */
export const CURRICULA = ["mastery"] as const;
export const curriculumSchema = z.enum(CURRICULA);

export const observationInfoSchema = z.strictObject({
  episode_id: z.string(),
  task_name: z.string().meta({ description: "The program's name until the episode is done, then the task's." }),
  task_difficulty: difficultySchema,
});

/** The parts of one step's reward; they sum to `reward_last_step`. */
export const rewardComponentsSchema = z.strictObject({
  step_cost: z.number(),
  run_tests: z.number(),
  progress: z.number(),
  penalty: z.number(),
  final: z.number(),
});
export type RewardComponents = z.infer<typeof rewardComponentsSchema>;

/** Absent where nothing was, so that what is properly formed is answered as if there were no other form. */
const normalised = z
  .array(normalisationSchema)
  .optional()
  .meta({ description: "How the form of what was sent was off and yet taken as meant; left out where it was not." });

/** How many tasks, and how the last tries at them went. */
const tried = {
  tasks: z.int().min(1),
  attempts: z.int().min(0).meta({ description: "Ended episodes that the windows hold, 32 a bucket at most." }),
  solved: z.int().min(0),
};
/** What a curriculum drew, what from and why. */
export const curriculumDrawSchema = z.strictObject({
  curriculum: curriculumSchema,
  group: z.string(),
  task_name: z.string().meta({
    description:
      "Named at a reset with the same seed, it is the same episode. It may give the bug away: hide it from a policy.",
  }),
  drawn: z.boolean().meta({ description: "False where the reset named the task: then its outcome counts, no more." }),
  drawn_from: z.strictObject({ buckets: z.int().min(1), ...tried }).meta({
    title: "DrawnFrom",
    description: "All that fit the reset: a bucket holds a program's tasks of a difficulty.",
  }),
  bucket: z
    .strictObject({
      program: z.string(),
      difficulty: difficultySchema,
      ...tried,
      learnability: z.number().meta({ description: "What the attempts let expect of p(1 - p), p the solved share." }),
      probability: z.number().meta({ description: "Of drawing a task of this bucket: by learnability times tasks." }),
    })
    .meta({ title: "DrawnBucket", description: "The task's own." }),
});
export type CurriculumDraw = z.infer<typeof curriculumDrawSchema>;

export const resetMetadataSchema = z.strictObject({
  system_prompt: z.string(),
  seed: z.int(),
  split: splitSchema.nullable().meta({ description: "The split asked for; null means all tasks." }),
  index: z.int().meta({ description: "The task's place in the list it was drawn from." }),
  max_steps: z.int(),
  reward_profile: rewardProfileSchema,
  curriculum: curriculumDrawSchema
    .optional()
    .meta({ description: "Where a curriculum was asked for: what it drew from, and why." }),
  normalised,
});
export const stepMetadataSchema = z.strictObject({
  reward_components: rewardComponentsSchema,
  return: z.number().meta({ description: "Sum of the rewards so far." }),
  ...stepFacts,
  normalised,
});

/** One of several files. */
export const programFileStateSchema = z.strictObject({
  path: z.string(),
  lines: z.int().min(0),
  changed: z.boolean().meta({ description: "Whether it differs from the file as it was given." }),
});
export type ProgramFileState = z.infer<typeof programFileStateSchema>;

export const codeObservationSchema = z
  .strictObject({
    code_dict: z.record(z.string(), z.string()).meta({ description: "The whole file: line number, from 1, to text." }),
    code_text: z.string().optional().meta({ description: "The whole file as one text." }),
    path: z.string().optional().meta({
      description: "Of several files, the shown one: code_dict, code_text, localized_context and numbers are its own.",
    }),
    files: z.array(programFileStateSchema).optional().meta({ description: "All files, if there are several." }),
    localized_context: z.string().meta({ description: "The lines around the last edit or error." }),
    last_execution_output: z.string().meta({ description: "What the last action reports." }),
    syntax_error: z.string().nullable().meta({ description: "Why the file or the last edit does not parse, if so." }),
    test_results: z.array(testResultSchema).meta({ description: "The last run of the visible tests on this text." }),
    step_count: z.int().min(0),
    steps_remaining: z.int().min(0),
    reward_last_step: z.number(),
    info: observationInfoSchema,
    metadata: z.union([resetMetadataSchema, stepMetadataSchema]),
    text: z.string().optional().meta({
      description: "Lean observations: all that is new, for a model to read; the fields that it tells are empty.",
    }),
  })
  .meta({ title: "CodeObservation", description: "What the agent sees." });
export type CodeObservation = z.infer<typeof codeObservationSchema>;

/**
 * Whether the step before it was not taken.
 *
 * ```ts
 * isRefused(last.observation) // false
 * ```
 */
export function isRefused({ metadata }: Pick<CodeObservation, "metadata">): boolean {
  return "fault" in metadata && isRefusal(metadata.fault);
}

/** What reset and step give: the observation with its reward (0 at reset) and whether the episode is over. */
export interface StepResult {
  readonly observation: CodeObservation;
  readonly reward: number;
  readonly done: boolean;
}
