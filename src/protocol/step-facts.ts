/** What a step tells as data, so that nobody has to read its sentences: what was wrong, who printed, how it ended. */
import { z } from "zod";

export const FAULTS = ["syntax", "destructive", "invalid", "reset", "undo", "noop", "repeat"] as const;
export const faultSchema = z.enum(FAULTS).meta({
  description:
    "syntax: an edit that does not parse; destructive: one that guts the file; invalid: no action, or one that cannot be " +
    "taken; reset, undo: what was done was taken back; noop: nothing changed; repeat: asked again for what is known.",
});
export type Fault = z.infer<typeof faultSchema>;

/** Faults of actions that were not taken; whatever else was wrong with one, it did what it says. */
const REFUSALS: ReadonlySet<Fault> = new Set(["invalid", "syntax", "noop"]);

/**
 * Whether the environment did not take the action, by what was wrong with it.
 *
 * ```ts
 * isRefusal("syntax") // true
 * isRefusal("undo") // false
 * ```
 */
export function isRefusal(fault: Fault | null | undefined): boolean {
  return fault != null && REFUSALS.has(fault);
}

/** How many of some tests passed. */
export const tallySchema = z.strictObject({ passed: z.int().min(0), total: z.int().min(0) });
export type Tally = z.infer<typeof tallySchema>;

export const END_REASONS = ["submitted", "out_of_steps"] as const;
export const endReasonSchema = z.enum(END_REASONS);
export const episodeEndSchema = z.strictObject({
  reason: endReasonSchema,
  solved: z.boolean(),
  visible: tallySchema,
  hidden: tallySchema.nullable().meta({ description: "Null where the server tells no number (HIDDEN_COUNT=hidden)." }),
});
export type EpisodeEnd = z.infer<typeof episodeEndSchema>;

/** Where in the report stands what a test printed. */
export const printedSchema = z.strictObject({
  test: z.int().min(0).meta({ description: "Its place in test_results, from 0." }),
  first_line: z.int().min(1).meta({ description: "A line of last_execution_output, from 1." }),
  last_line: z.int().min(1),
});
export type Printed = z.infer<typeof printedSchema>;

/** Absent in what servers and runs before them told. */
export const stepFacts = {
  fault: faultSchema
    .nullable()
    .optional()
    .meta({ description: "What was wrong with the action; null if nothing was." }),
  ending: episodeEndSchema.optional().meta({ description: "On the last step alone: how the episode ended." }),
  printed: z
    .array(printedSchema)
    .optional()
    .meta({ description: "Where the full report of a run, in a lean observation too, has what tests printed." }),
};
