/** What an agent may do in one step. */
import { z } from "zod";
import { wellFormedText } from "./text.ts";

export const ACTION_TYPES = [
  "VIEW_CODE",
  "RUN_TESTS",
  "REPLACE_LINES",
  "UNDO_EDIT",
  "RESET_TO_ORIGINAL",
  "SUBMIT",
] as const;

export const actionTypeSchema = z.enum(ACTION_TYPES).meta({
  description:
    "VIEW_CODE shows the file; RUN_TESTS runs the visible tests; REPLACE_LINES edits; UNDO_EDIT takes back the last edit; " +
    "RESET_TO_ORIGINAL restores the given file; SUBMIT ends the episode and scores it. Run tests, edit, run tests, submit.",
});
export type ActionType = z.infer<typeof actionTypeSchema>;

/** One action, whole and valid. Every field but `action_type` may be null or absent where it is not needed. */
export const codeActionSchema = z
  .strictObject({
    thought: wellFormedText.nullish().meta({ description: "Optional reasoning; it changes nothing." }),
    action_type: actionTypeSchema,
    start_line: z.int().nullish().meta({ description: "REPLACE_LINES: first line replaced, counted from 1." }),
    end_line: z
      .int()
      .nullish()
      .meta({ description: "REPLACE_LINES: last line replaced, included; start_line - 1 inserts before start_line." }),
    new_code_block: wellFormedText
      .nullish()
      .meta({ description: "REPLACE_LINES: the new text in their place; an empty string deletes them." }),
    old_code_block: wellFormedText.nullish().meta({
      description:
        "REPLACE_LINES: the text to replace, which stands in the file once, in place of start_line and end_line.",
    }),
  })
  .meta({ title: "CodeAction", description: "One debugging action." });
export type CodeAction = z.infer<typeof codeActionSchema>;
