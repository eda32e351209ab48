/** How a server grades, as others may know it: in `/metadata` and in records, so that a replay finds the same again. */
import { z } from "zod";

export const HIDDEN_COUNTS = ["shown", "hidden"] as const;
export const hiddenCountSchema = z.enum(HIDDEN_COUNTS).meta({
  description: "Whether an episode that is not solved is told how many hidden tests passed, and scored by it.",
});
export type HiddenCount = z.infer<typeof hiddenCountSchema>;

export const secretIdSchema = z.string().meta({
  description: "Names the secret that hidden calls are drawn with, and does not show it.",
});

/** In a record. What older ones do not say is as it was before there was a choice. */
export const gradingNames = {
  hidden_secret: secretIdSchema.nullable().default(null),
  hidden_count: hiddenCountSchema.default("shown"),
};
export type GradingNames = z.infer<z.ZodObject<typeof gradingNames>>;

/** Without a word from the operator. */
export const USUAL_GRADING: GradingNames = { hidden_secret: null, hidden_count: "shown" };
